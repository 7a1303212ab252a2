/** Events kept in Axon Server, with the event table as a copy of it for whoever reads: docs/adr/0016-axon-server.md. */
@NullMarked
package org.ninetyten.command.axonserver;

import org.jspecify.annotations.NullMarked;
