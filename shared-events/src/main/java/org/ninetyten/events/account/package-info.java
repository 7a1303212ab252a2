/** What can happen to an account. */
@NullMarked
package org.ninetyten.events.account;

import org.jspecify.annotations.NullMarked;
