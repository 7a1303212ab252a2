/** Advice before posting: who asked, who has to answer, and what became of it. */
@NullMarked
package org.ninetyten.query.advice;

import org.jspecify.annotations.NullMarked;
