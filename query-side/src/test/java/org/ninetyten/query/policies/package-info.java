@NullMarked
package org.ninetyten.query.policies;

import org.jspecify.annotations.NullMarked;
