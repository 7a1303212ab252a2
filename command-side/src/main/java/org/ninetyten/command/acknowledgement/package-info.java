/** Who must acknowledge which policy version, worked out in the background. */
@NullMarked
package org.ninetyten.command.acknowledgement;

import org.jspecify.annotations.NullMarked;
