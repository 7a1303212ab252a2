/** What can happen to a transgression. */
@NullMarked
package org.ninetyten.events.transgression;

import org.jspecify.annotations.NullMarked;
