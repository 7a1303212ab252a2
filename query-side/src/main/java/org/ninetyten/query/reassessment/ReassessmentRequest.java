package org.ninetyten.query.reassessment;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/**
 * What is to be read again, and by what.
 *
 * @param version a published version's number; left out where {@code draft} is true
 * @param draft true for the current draft; left out where there is a version
 * @param from the first day, in London, on which a post was made
 * @param to the last one; may lie in the future, where there is nothing yet
 * @param reason why it is asked, for whoever reads the report later
 */
record ReassessmentRequest(
        @Slug String policyId,

        @Nullable @Min(value = 1, message = "must be at least 1")
        Integer version,

        @Nullable Boolean draft,
        @NotNull(message = "must be given") LocalDate from,
        @NotNull(message = "must be given") LocalDate to,

        @Nullable @Size(min = 1, max = 20_000, message = "must have 1 to 20,000 characters")
        String reason) {

    /** @throws Refusal {@code invalid} for what each field alone does not show */
    ReassessmentRequest checked() {
        List<Violation> violations = new ArrayList<>();
        if (draft != null && !draft) {
            violations.add(Violation.at("/draft", "must be true, or left out"));
        } else if (version == null && draft == null) {
            violations.add(Violation.at("/version", "must be given, unless draft is true"));
        } else if (version != null && draft != null) {
            violations.add(Violation.at("/version", "must be left out where draft is true"));
        }
        if (to.isBefore(from)) {
            violations.add(Violation.at("/to", "must not be before from"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return this;
    }
}
