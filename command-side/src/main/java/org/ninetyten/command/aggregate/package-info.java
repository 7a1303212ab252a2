/** What every aggregate does alike: record once, answer a retry as the first time, refuse what is stale. */
@NullMarked
package org.ninetyten.command.aggregate;

import org.jspecify.annotations.NullMarked;
