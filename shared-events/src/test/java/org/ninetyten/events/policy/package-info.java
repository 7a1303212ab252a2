@NullMarked
package org.ninetyten.events.policy;

import org.jspecify.annotations.NullMarked;
