/** Forgetting a person lawfully: what stands in the way, and what has to go. */
@NullMarked
package org.ninetyten.command.erasure;

import org.jspecify.annotations.NullMarked;
