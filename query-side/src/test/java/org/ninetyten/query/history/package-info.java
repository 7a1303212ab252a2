@NullMarked
package org.ninetyten.query.history;

import org.jspecify.annotations.NullMarked;
