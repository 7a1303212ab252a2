/**
 * A real PostgreSQL server for one machine: what {@code standalone} keeps its data in, and what every test talks to, so that there is
 * no second SQL dialect anywhere.
 */
@NullMarked
package org.ninetyten.database;

import org.jspecify.annotations.NullMarked;
