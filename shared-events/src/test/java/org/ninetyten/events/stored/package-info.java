@NullMarked
package org.ninetyten.events.stored;

import org.jspecify.annotations.NullMarked;
