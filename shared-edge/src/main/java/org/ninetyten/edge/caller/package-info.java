/** Who is calling, and what their role lets them do. */
@NullMarked
package org.ninetyten.edge.caller;

import org.jspecify.annotations.NullMarked;
