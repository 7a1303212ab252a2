/** Beside the embedded database's own package, for what it shows to tests of that package alone. */
@NullMarked
package org.ninetyten.database;

import org.jspecify.annotations.NullMarked;
