/** Connections and the transactions that they are taken for. */
@NullMarked
package org.ninetyten.events.transaction;

import org.jspecify.annotations.NullMarked;
