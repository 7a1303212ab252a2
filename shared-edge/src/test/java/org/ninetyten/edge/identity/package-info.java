@NullMarked
package org.ninetyten.edge.identity;

import org.jspecify.annotations.NullMarked;
