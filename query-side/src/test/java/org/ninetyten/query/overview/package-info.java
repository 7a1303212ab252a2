@NullMarked
package org.ninetyten.query.overview;

import org.jspecify.annotations.NullMarked;
