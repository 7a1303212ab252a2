@NullMarked
package org.ninetyten.edge.page;

import org.jspecify.annotations.NullMarked;
