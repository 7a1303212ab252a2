/** What can happen to an officer. */
@NullMarked
package org.ninetyten.events.officer;

import org.jspecify.annotations.NullMarked;
