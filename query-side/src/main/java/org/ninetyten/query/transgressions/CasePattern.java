package org.ninetyten.query.transgressions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;

/**
 * What repeats, or does not: the breaches of an officer or on an account, what was learned from them, and what is open.
 *
 * @param breachesByIntent how many cases stand as breaches, by intent; none that was withdrawn or is to be judged anew
 * @param learned the responses that were completed, by the day they were
 * @param openCases those neither closed nor withdrawn
 */
public record CasePattern(Map<Intent, Integer> breachesByIntent, List<Learned> learned, List<OpenCase> openCases) {

    public CasePattern {
        breachesByIntent = Collections.unmodifiableMap(new TreeMap<>(breachesByIntent));
        learned = List.copyOf(learned);
        openCases = List.copyOf(openCases);
    }

    /**
     * @param note never what was said in reflective practice
     * @param reference what it was completed by, where it names something
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Learned(
            String transgressionId,
            Response response,
            LocalDate completedOn,
            String note,
            @Nullable String reference) {}

    public record OpenCase(String transgressionId, TransgressionView.State state) {}
}
