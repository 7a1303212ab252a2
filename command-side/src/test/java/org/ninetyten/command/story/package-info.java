/** What the command side's tests have in common: people, a policy and an account to tell things about. */
@NullMarked
package org.ninetyten.command.story;

import org.jspecify.annotations.NullMarked;
