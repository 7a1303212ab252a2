/** History read again under another policy version: a report that changes no decision. */
@NullMarked
package org.ninetyten.query.reassessment;

import org.jspecify.annotations.NullMarked;
