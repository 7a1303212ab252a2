@NullMarked
package org.ninetyten.query.officers;

import org.jspecify.annotations.NullMarked;
