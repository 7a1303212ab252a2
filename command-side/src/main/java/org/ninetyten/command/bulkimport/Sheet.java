package org.ninetyten.command.bulkimport;

import java.util.List;
import java.util.Map;

/** What a file says, before anyone asks whether it is true. */
record Sheet(List<Row> rows) {

    /**
     * @param line as a spreadsheet numbers its rows
     * @param cells what stands in them, by column; without the empty ones
     * @param excess cells beyond the last column that has a name, and so of no known meaning
     */
    record Row(int line, Map<String, String> cells, int excess) {}
}
