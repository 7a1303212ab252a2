/** Accounts: requesting, authorising, suspending, closing. */
@NullMarked
package org.ninetyten.command.account;

import org.jspecify.annotations.NullMarked;
