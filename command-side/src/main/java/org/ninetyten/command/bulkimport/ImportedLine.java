package org.ninetyten.command.bulkimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Violation;

/**
 * A line of an import.
 *
 * @param line as the spreadsheet numbers its rows: the first after the header is 2
 * @param id of whom or what it is about; absent where that is no id
 * @param code why it was refused
 * @param detail the same as a sentence, or what a dry run could not look at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportedLine(
        int line,
        @Nullable String id,
        LineState state,
        @Nullable String code,
        @Nullable String detail,
        @Nullable List<Violation> violations) {}
