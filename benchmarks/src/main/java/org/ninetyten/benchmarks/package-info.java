/** Measurements, each side by side with what it is held against, in one run. */
@NullMarked
package org.ninetyten.benchmarks;

import org.jspecify.annotations.NullMarked;
