/** What can happen to a policy, and the values a policy version is made of. */
@NullMarked
package org.ninetyten.events.policy;

import org.jspecify.annotations.NullMarked;
