@NullMarked
package org.ninetyten.events.schedule;

import org.jspecify.annotations.NullMarked;
