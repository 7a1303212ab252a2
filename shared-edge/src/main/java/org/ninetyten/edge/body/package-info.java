/** What fields of bodies and paths may look like. */
@NullMarked
package org.ninetyten.edge.body;

import org.jspecify.annotations.NullMarked;
