/** What becomes of the copies of what was told about people who are erased. */
@NullMarked
package org.ninetyten.query.erasure;

import org.jspecify.annotations.NullMarked;
