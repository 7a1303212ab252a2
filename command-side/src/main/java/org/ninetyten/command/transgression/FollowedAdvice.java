package org.ninetyten.command.transgression;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.AdviceRecord;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.advice.AskedAdvice;
import org.ninetyten.events.advice.DraftSimilarity;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/**
 * What {@code ADVICE_FOLLOWED} rests on: advice to post, given to that officer for that account by the time of the
 * post, and recorded as followed. That it was advice on this very post an assessor confirms by naming it; the similarity
 * of draft and post finds it where they only claim it. It is never applied unless they claim it.
 */
final class FollowedAdvice {

    private FollowedAdvice() {}

    /**
     * @return absent where it is not claimed
     * @throws Refusal {@code no-such-advice}, {@code advice-of-another-account}, {@code advice-not-before-post} or {@code
     *     advice-not-followed} of the advice that is named; {@code no-followed-advice} where none is and none is found;
     *     {@code invalid} for one that is named without the claim
     */
    static @Nullable String of(TransgressionCommand.Assessment given, TransgressionReported report, Streams streams) {
        String named = given.adviceId();
        if (!given.mitigations().contains(Mitigation.ADVICE_FOLLOWED)) {
            refuseUnclaimed(named);
            return null;
        }
        List<AskedAdvice> asked = AdviceRecord.of(report.officerId(), streams).advice();
        return named == null
                ? mostSimilar(asked, report)
                : confirmed(named, asked, report).adviceId();
    }

    private static void refuseUnclaimed(@Nullable String named) {
        if (named != null) {
            throw Refusal.invalid(List.of(
                    Violation.at("/adviceId", "must be left out unless ADVICE_FOLLOWED is one of the mitigations")));
        }
    }

    private static AskedAdvice confirmed(String named, List<AskedAdvice> asked, TransgressionReported report) {
        AskedAdvice advice = asked.stream()
                .filter(one -> one.adviceId().equals(named))
                .findFirst()
                .orElseThrow(() -> Refusal.rule(
                        "no-such-advice",
                        "Officer '%s' has asked for no advice '%s'.".formatted(report.officerId(), named)));
        if (!advice.accountId().equals(report.accountId())) {
            throw Refusal.rule(
                    "advice-of-another-account",
                    "The advice '%s' was for the account '%s', and the post was made with '%s'."
                            .formatted(named, advice.accountId(), report.accountId()));
        }
        if (!advice.wasGivenBy(report.postedAt())) {
            throw Refusal.rule(
                    "advice-not-before-post",
                    "The post was made at %s; the advice '%s' was not asked for and answered by then."
                            .formatted(report.postedAt(), named));
        }
        if (!advice.wasFollowed()) {
            throw Refusal.rule(
                    "advice-not-followed",
                    "The advice '%s' was not to post, or the officer has not recorded that they followed it."
                            .formatted(named));
        }
        return advice;
    }

    private static String mostSimilar(List<AskedAdvice> asked, TransgressionReported report) {
        String post = report.post().text();
        return asked.stream()
                .filter(advice -> advice.accountId().equals(report.accountId()))
                .filter(advice -> advice.wasGivenBy(report.postedAt()) && advice.wasFollowed())
                .filter(advice -> advice.similarityTo(post) >= DraftSimilarity.COUNTS_AS_THE_SAME)
                .max(Comparator.comparingDouble(advice -> advice.similarityTo(post)))
                .map(AskedAdvice::adviceId)
                .orElseThrow(() -> Refusal.rule(
                        "no-followed-advice",
                        "No advice that officer '%s' had for this account before the post and followed has a draft like it. If there is one on this very post, name it as adviceId; see similar-advice of this transgression."
                                .formatted(report.officerId())));
    }
}
