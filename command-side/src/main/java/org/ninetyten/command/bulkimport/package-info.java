/** Sheets that a force has kept until now, brought in by the same commands that anyone else gives. */
@NullMarked
package org.ninetyten.command.bulkimport;

import org.jspecify.annotations.NullMarked;
