@NullMarked
package org.ninetyten.edge.accesslog;

import org.jspecify.annotations.NullMarked;
