package org.ninetyten.query.reassessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;

/**
 * A transgression as it stands assessed: by its latest assessment, and by what a review made of that.
 *
 * @param category what it was reported for
 * @param countedThen the earlier breaches that were pinned when it was reported
 * @param judgedBy the version of the policy
 * @param clauseIds those that were broken; empty where there was no breach
 * @param intent absent where there was no breach, as are harm, recommended and decided
 * @param mitigations those that applied: that follow from pinned facts, and that were chosen
 * @param recommended recorded at the assessment
 * @param decided what holds: the assessed response, or the one that replaced it on review
 */
record AssessedCase(
        String transgressionId,
        String policyId,
        Instant postedAt,
        Category category,
        int countedThen,
        int judgedBy,
        boolean breach,
        List<String> clauseIds,
        @Nullable Intent intent,
        @Nullable Harm harm,
        List<Mitigation> mitigations,
        @Nullable Response recommended,
        @Nullable Response decided) {

    AssessedCase {
        clauseIds = List.copyOf(clauseIds);
        mitigations = List.copyOf(mitigations);
    }
}
