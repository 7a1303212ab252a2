/** About whom a caller is shown things: the limits of the access table, as conditions on rows. */
@NullMarked
package org.ninetyten.query.scope;

import org.jspecify.annotations.NullMarked;
