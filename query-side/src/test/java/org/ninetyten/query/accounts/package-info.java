@NullMarked
package org.ninetyten.query.accounts;

import org.jspecify.annotations.NullMarked;
