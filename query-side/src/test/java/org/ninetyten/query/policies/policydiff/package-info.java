@NullMarked
package org.ninetyten.query.policies.policydiff;

import org.jspecify.annotations.NullMarked;
