package org.ninetyten.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.BreachFacts;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Recommendation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.ResponseLadder;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.policy.Standard;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** Cases of one policy as the command side would have recorded them: pinned, and assessed by the ladder of their version. */
final class CaseStory {

    private static final LocalDate EFFECTIVE = LocalDate.parse("2024-01-01");

    private final String policyId;
    private final Map<Integer, PolicyContent> versions = new TreeMap<>();
    private final Map<String, TransgressionReported> reports = new TreeMap<>();

    CaseStory(String policyId) {
        this.policyId = policyId;
    }

    /** A content whose ladder has the same response in every cell. */
    static PolicyContent content(Map<String, Category> clauses, Response start, int lookBackMonths) {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, start);
            }
            responses.put(intent, row);
        }
        List<Clause> listed = new TreeMap<>(clauses)
                .entrySet().stream()
                        .map(clause -> new Clause(
                                clause.getKey(),
                                "1.1",
                                "A clause",
                                "What it says.",
                                clause.getValue(),
                                Standard.CONFIDENTIALITY,
                                "What good looks like."))
                        .toList();
        return new PolicyContent(
                "Post well and safely",
                List.of("Be where the public is"),
                listed,
                new Ladder(responses, lookBackMonths, 1, Map.of()),
                new Obligations(14, 90, 12, 5, 10, 180));
    }

    PolicyVersionPublished published(int version, PolicyContent content) {
        versions.put(version, content);
        return new PolicyVersionPublished(
                policyId,
                version,
                Significance.MAJOR,
                content,
                "Version " + version,
                EFFECTIVE,
                EFFECTIVE.plusYears(9));
    }

    TransgressionReported reported(
            String id, String officer, String postedAt, Category category, int version, int earlierBreaches) {
        TransgressionReported report = new TransgressionReported(
                id,
                "harbour-x",
                officer,
                Instant.parse(postedAt),
                new Post("Proud of the night shift!", null, "0".repeat(64)),
                category,
                "Somebody can be recognised.",
                null,
                false,
                new PinnedFacts(policyId, version, true, true, earlierBreaches),
                null);
        reports.put(id, report);
        return report;
    }

    /** Careless, with low harm, and decided as was recommended. */
    TransgressionAssessed breach(String id, String... clauseIds) {
        TransgressionReported report = report(id);
        Recommendation recommendation = ResponseLadder.recommend(
                judgedBy(report).ladder(),
                new BreachFacts(Intent.CARELESS, Harm.LOW, report.pinned().earlierBreaches(), Set.of()));
        return assessed(report, List.of(clauseIds), Intent.CARELESS, Harm.LOW, recommendation);
    }

    TransgressionAssessed noBreach(String id) {
        return assessed(report(id), List.of(), null, null, null);
    }

    private TransgressionAssessed assessed(
            TransgressionReported report,
            List<String> clauseIds,
            @Nullable Intent intent,
            @Nullable Harm harm,
            @Nullable Recommendation recommendation) {
        LocalDate day = LondonTime.dayOf(report.postedAt()).plusDays(2);
        return new TransgressionAssessed(
                report.transgressionId(),
                report.officerId(),
                report.accountId(),
                day,
                recommendation != null,
                policyId,
                report.pinned().policyVersion(),
                clauseIds,
                intent,
                harm,
                List.of(),
                recommendation == null ? null : recommendation.response(),
                recommendation == null ? List.of() : recommendation.reasons(),
                recommendation == null ? null : recommendation.response(),
                null,
                "As was said in the assessment.",
                recommendation == null ? null : day.plusDays(7),
                null);
    }

    private PolicyContent judgedBy(TransgressionReported report) {
        PolicyContent content = versions.get(report.pinned().policyVersion());
        if (content == null) {
            throw new IllegalStateException("No such version yet");
        }
        return content;
    }

    private TransgressionReported report(String id) {
        TransgressionReported report = reports.get(id);
        if (report == null) {
            throw new IllegalStateException("Not reported yet: " + id);
        }
        return report;
    }
}
