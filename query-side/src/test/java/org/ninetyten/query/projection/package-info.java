@NullMarked
package org.ninetyten.query.projection;

import org.jspecify.annotations.NullMarked;
