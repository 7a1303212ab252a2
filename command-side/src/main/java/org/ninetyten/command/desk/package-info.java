/** Where commands come in over HTTP and are answered. */
@NullMarked
package org.ninetyten.command.desk;

import org.jspecify.annotations.NullMarked;
