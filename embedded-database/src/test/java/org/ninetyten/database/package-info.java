@NullMarked
package org.ninetyten.database;

import org.jspecify.annotations.NullMarked;
