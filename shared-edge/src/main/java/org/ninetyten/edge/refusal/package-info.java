/** Saying no: a stable code, a sentence a person can act on. */
@NullMarked
package org.ninetyten.edge.refusal;

import org.jspecify.annotations.NullMarked;
