/** The keys under which what events say about people is stored: one for each person, wrapped by a master key. */
@NullMarked
package org.ninetyten.events.keyring;

import org.jspecify.annotations.NullMarked;
