/** How events are stored and read again: names, revisions, JSON, the store itself. */
@NullMarked
package org.ninetyten.events.stored;

import org.jspecify.annotations.NullMarked;
