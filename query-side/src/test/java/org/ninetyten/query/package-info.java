/** The query side running against a real store, and the rules it keeps. */
@NullMarked
package org.ninetyten.query;

import org.jspecify.annotations.NullMarked;
