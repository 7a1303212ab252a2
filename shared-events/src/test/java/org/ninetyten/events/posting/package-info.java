@NullMarked
package org.ninetyten.events.posting;

import org.jspecify.annotations.NullMarked;
