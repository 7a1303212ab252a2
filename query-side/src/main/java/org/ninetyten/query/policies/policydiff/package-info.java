/** What one version of a policy says otherwise than another. */
@NullMarked
package org.ninetyten.query.policies.policydiff;

import org.jspecify.annotations.NullMarked;
