/** Transgressions: reporting. */
@NullMarked
package org.ninetyten.command.transgression;

import org.jspecify.annotations.NullMarked;
