/** What falls due for officers by the day, and what follows when one leaves: whom to look at, and when. */
@NullMarked
package org.ninetyten.command.support;

import org.jspecify.annotations.NullMarked;
