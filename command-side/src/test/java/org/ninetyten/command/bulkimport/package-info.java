@NullMarked
package org.ninetyten.command.bulkimport;

import org.jspecify.annotations.NullMarked;
