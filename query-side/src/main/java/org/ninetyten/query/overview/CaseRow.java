package org.ninetyten.query.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case, as much of it as is counted.
 *
 * @param unit the officer's now; empty where that is not known
 * @param breach whether it stands as a breach; intent, harm and response count only then
 * @param departed whether what was decided was not what the ladder recommended
 * @param toldOn when the officer was told of the assessment that stands
 * @param completedOn when the response in force was completed
 */
record CaseRow(
        LocalDate postedOn,
        String officerId,
        String unit,
        boolean breach,
        @Nullable String intent,
        @Nullable String harm,
        @Nullable String response,
        boolean departed,
        LocalDate reportedOn,
        @Nullable LocalDate toldOn,
        @Nullable LocalDate completedOn) {}
