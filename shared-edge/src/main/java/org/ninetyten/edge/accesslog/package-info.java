/** Who read what about whom, when and why. */
@NullMarked
package org.ninetyten.edge.accesslog;

import org.jspecify.annotations.NullMarked;
