/** What falls due: kept in the database until its time, or until it is called off. */
@NullMarked
package org.ninetyten.command.reminder;

import org.jspecify.annotations.NullMarked;
