@NullMarked
package org.ninetyten.command.axonserver;

import org.jspecify.annotations.NullMarked;
