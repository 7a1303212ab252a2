@NullMarked
package org.ninetyten.events.keyring;

import org.jspecify.annotations.NullMarked;
