@NullMarked
package org.ninetyten.query.transgressions;

import org.jspecify.annotations.NullMarked;
