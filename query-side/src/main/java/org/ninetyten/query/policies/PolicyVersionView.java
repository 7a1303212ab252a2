package org.ninetyten.query.policies;

import java.time.Instant;
import java.time.LocalDate;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Significance;

/** A published version with the whole of what it says, texts as they were written. */
public record PolicyVersionView(
        String policyId,
        int version,
        Significance significance,
        String summaryOfChange,
        LocalDate effectiveFrom,
        LocalDate reviewBy,
        Instant publishedAt,
        String publishedBy,
        PolicyContent content) {

    static PolicyVersionView of(String policyId, PolicyView.Version version, PolicyContent content) {
        return new PolicyVersionView(
                policyId,
                version.version(),
                version.significance(),
                version.summaryOfChange(),
                version.effectiveFrom(),
                version.reviewBy(),
                version.publishedAt(),
                version.publishedBy(),
                content);
    }
}
