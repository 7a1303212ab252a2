package org.ninetyten.query.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.SampledConcern;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.ninetyten.query.history.HistoryEntry.Subjects;

/** What happens to transgressions, in sentences: enough to understand the outcome without reading anything else. */
final class TransgressionTelling {

    private TransgressionTelling() {}

    /** As much of a post as a sentence takes; the whole of it stands in the report's details. */
    private static final int QUOTED_AT_MOST = 400;

    /**
     * @param by whoever recorded it
     * @param titles what the clauses were called that it names
     */
    static Telling of(TransgressionEvent event, String by, ClauseTitles titles) {
        return switch (event) {
            case TransgressionReported e ->
                new Telling(
                        reported(e, by),
                        LondonTime.dayOf(e.postedAt()),
                        new Subjects(e.officerId(), e.accountId(), e.pinned().policyId(), e.transgressionId()),
                        e.pinned().policyVersion());
            case TransgressionAssessed e ->
                new Telling(
                        assessed(e, by, titles),
                        e.assessedOn(),
                        new Subjects(e.officerId(), e.accountId(), e.policyId(), e.transgressionId()),
                        e.policyVersion());
            case OfficerNotified e -> about(e, notified(e, by, titles), e.notifiedOn());
            case OfficerAnswered e ->
                about(
                        e,
                        "Officer %s %s the notice and said: %s"
                                .formatted(e.officerId(), e.accepts() ? "accepted" : "disputed", e.statement()),
                        null);
            case AnswerWindowLapsed e ->
                about(
                        e,
                        "Officer %s did not answer the notice by %s, the last day for it."
                                .formatted(e.officerId(), e.answerBy()),
                        null);
            case NoticeOverdue e ->
                about(
                        e,
                        "Officer %s should have been told by %s and was not.".formatted(e.officerId(), e.noticeBy()),
                        null);
            case ResponseCompleted e -> about(e, completed(e, by), e.completedOn());
            case ReviewRequested e -> about(e, "%s asked for a review: %s".formatted(by, e.reason()), e.requestedOn());
            case ReviewDecided e -> about(e, reviewed(e, by), null);
            case TransgressionWithdrawn e -> about(e, "%s withdrew the case: %s".formatted(by, e.reason()), null);
            case TransgressionClosed e -> about(e, "%s closed the case: %s".formatted(by, e.note()), null);
            case TransgressionRestricted e ->
                about(
                        e,
                        "%s restricted the case: it is there for %s alone. %s"
                                .formatted(by, String.join(", ", e.allowed()), e.reason()),
                        null);
            case TransgressionUnrestricted e ->
                about(e, "%s ended the restriction of the case: %s".formatted(by, e.reason()), null);
            case TransgressionReopened e ->
                about(e, "%s reopened the case, to be assessed anew: %s".formatted(by, e.reason()), null);
        };
    }

    private static Telling about(TransgressionEvent e, String summary, @Nullable LocalDate happenedOn) {
        return new Telling(
                summary, happenedOn, new Subjects(e.officerId(), e.accountId(), null, e.transgressionId()), null);
    }

    private static String reported(TransgressionReported e, String by) {
        return "%s reported by %s for a post of %s by officer %s on account %s: %s The post reads: \"%s\"."
                        .formatted(
                                capitalised(words(e.category())),
                                reporter(e, by),
                                LondonTime.dayOf(e.postedAt()),
                                e.officerId(),
                                e.accountId(),
                                sentence(e.description()),
                                quoted(e.post().text()))
                + " Version %d of the policy %s was in force, the officer %s acknowledged it, %s valid training and had %s within the ladder's look-back."
                        .formatted(
                                e.pinned().policyVersion(),
                                e.pinned().policyId(),
                                e.pinned().acknowledged() ? "had" : "had not",
                                e.pinned().trainingValid() ? "had" : "had no",
                                earlier(e.pinned().earlierBreaches()))
                + sampled(e.fromSample());
    }

    private static String sampled(@Nullable SampledConcern concern) {
        return concern == null
                ? ""
                : " It came of concern %d of the dip sample %s.".formatted(concern.concern(), concern.sampleId());
    }

    private static String reporter(TransgressionReported e, String by) {
        if (e.selfReported()) {
            return "the officer themselves";
        }
        return e.reportedBy() == null ? by : "%s (recorded by %s)".formatted(e.reportedBy(), by);
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), QUOTED_AT_MOST));
        return end == line.length() ? line : line.substring(0, end).stripTrailing() + "…";
    }

    private static String earlier(int breaches) {
        return switch (breaches) {
            case 0 -> "no earlier breach";
            case 1 -> "1 earlier breach";
            default -> breaches + " earlier breaches";
        };
    }

    private static String assessed(TransgressionAssessed e, String by, ClauseTitles titles) {
        String version = "version %d of the policy %s".formatted(e.policyVersion(), e.policyId());
        if (!e.breach()) {
            return "%s assessed it under %s as no breach: %s".formatted(by, version, e.explanation());
        }
        return "%s assessed it under %s as a breach of %s, intent %s, harm %s%s: %s"
                        .formatted(
                                by,
                                version,
                                clauses(titles.of(e.policyId(), e.policyVersion(), e.clauseIds())),
                                e.intent() == null ? "not judged" : words(e.intent()),
                                e.harm() == null ? "not judged" : words(e.harm()),
                                mitigations(e),
                                sentence(e.explanation()))
                + " The ladder recommended %s%s Decided: %s%s The officer is to be told by %s."
                        .formatted(
                                response(e.recommended()),
                                reasons(e.recommendationReasons()),
                                response(e.response()),
                                differing(e),
                                e.noticeBy());
    }

    private static String mitigations(TransgressionAssessed e) {
        return e.mitigations().isEmpty()
                ? ""
                : ", mitigated by "
                        + e.mitigations().stream()
                                .map(TransgressionTelling::words)
                                .collect(Collectors.joining(", "))
                        + (e.adviceId() == null ? "" : " (the advice %s)".formatted(e.adviceId()));
    }

    private static String reasons(List<String> reasons) {
        return reasons.isEmpty()
                ? "."
                : ", because: "
                        + reasons.stream().map(TransgressionTelling::sentence).collect(Collectors.joining(" "));
    }

    private static String differing(TransgressionAssessed e) {
        if (e.rationale() != null) {
            return (e.response() == e.recommended() ? ", because: " : ", which differs from it because: ")
                    + sentence(e.rationale());
        }
        return e.response() == e.recommended() ? ", as recommended." : ".";
    }

    private static String notified(OfficerNotified e, String by, ClauseTitles titles) {
        return "%s told officer %s that they were out of bounds of %s. Why: %s What good looks like: %s They may answer by %s."
                .formatted(
                        by,
                        e.officerId(),
                        clauses(titles.inCase(e.transgressionId(), e.clauseIds())),
                        sentence(e.why()),
                        sentence(e.whatGoodLooksLike()),
                        e.answerBy());
    }

    private static String completed(ResponseCompleted e, String by) {
        return "%s completed on %s%s, as %s recorded: %s"
                .formatted(
                        capitalised(response(e.response())),
                        e.completedOn(),
                        e.reference() == null ? "" : " (reference %s)".formatted(e.reference()),
                        by,
                        e.note());
    }

    private static String reviewed(ReviewDecided e, String by) {
        String decision = e.upheld()
                ? "%s reviewed the case and upheld the response%s"
                        .formatted(by, e.response() == null ? "" : ", " + response(e.response()))
                : "%s reviewed the case and replaced the response with %s".formatted(by, response(e.response()));
        String clock = e.dueBy() == null
                ? ""
                : " As time under review does not count, the next step is due by %s.".formatted(e.dueBy());
        return "%s: %s%s".formatted(decision, e.dueBy() == null ? e.reason() : sentence(e.reason()), clock);
    }

    private static String clauses(List<String> titles) {
        return switch (titles.size()) {
            case 0 -> "no clause";
            case 1 -> "clause " + titles.getFirst();
            default -> "the clauses " + String.join(", ", titles);
        };
    }

    private static String response(@Nullable Response response) {
        return response == null ? "nothing" : words(response);
    }

    private static String words(Enum<?> value) {
        return value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** What people wrote, so that another sentence may follow it. */
    private static String sentence(String text) {
        String stripped = text.strip();
        boolean ends = !stripped.isEmpty() && ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        return ends ? stripped : stripped + ".";
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
