@NullMarked
package org.ninetyten.query.page;

import org.jspecify.annotations.NullMarked;
