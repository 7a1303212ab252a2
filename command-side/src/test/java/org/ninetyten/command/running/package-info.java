/** The command side as it runs: its own process's worth of beans, over HTTP, on a real PostgreSQL. */
@NullMarked
package org.ninetyten.command.running;

import org.jspecify.annotations.NullMarked;
