/** Work that nobody waits for. */
@NullMarked
package org.ninetyten.command.background;

import org.jspecify.annotations.NullMarked;
