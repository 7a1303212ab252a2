/** Officers: registering, training, acknowledging, conversations. */
@NullMarked
package org.ninetyten.command.officer;

import org.jspecify.annotations.NullMarked;
