@NullMarked
package org.ninetyten.edge;

import org.jspecify.annotations.NullMarked;
