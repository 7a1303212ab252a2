/** What can happen, in plain values that must stay readable for decades. */
@NullMarked
package org.ninetyten.events;

import org.jspecify.annotations.NullMarked;
