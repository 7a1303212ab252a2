/** That the benchmarks run at all; what they measure is read by people. */
@NullMarked
package org.ninetyten.benchmarks;

import org.jspecify.annotations.NullMarked;
