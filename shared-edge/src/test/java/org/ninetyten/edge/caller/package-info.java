@NullMarked
package org.ninetyten.edge.caller;

import org.jspecify.annotations.NullMarked;
