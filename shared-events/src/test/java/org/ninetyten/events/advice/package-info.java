@NullMarked
package org.ninetyten.events.advice;

import org.jspecify.annotations.NullMarked;
