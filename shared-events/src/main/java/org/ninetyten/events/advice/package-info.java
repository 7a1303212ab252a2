/** Which advice a post rests on: told alike by whoever decides it and whoever shows it. */
@NullMarked
package org.ninetyten.events.advice;

import org.jspecify.annotations.NullMarked;
