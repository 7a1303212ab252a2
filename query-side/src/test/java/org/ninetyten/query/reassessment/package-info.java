@NullMarked
package org.ninetyten.query.reassessment;

import org.jspecify.annotations.NullMarked;
