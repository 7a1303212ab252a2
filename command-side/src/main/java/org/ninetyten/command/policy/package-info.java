/** Policies: drafting, revising, publishing. */
@NullMarked
package org.ninetyten.command.policy;

import org.jspecify.annotations.NullMarked;
