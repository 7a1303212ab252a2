/** The case: a post that may be out of bounds, from its report to its closure. */
@NullMarked
package org.ninetyten.command.transgression;

import org.jspecify.annotations.NullMarked;
