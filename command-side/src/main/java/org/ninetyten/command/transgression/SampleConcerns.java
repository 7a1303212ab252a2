package org.ninetyten.command.transgression;

import org.ninetyten.command.account.DipSamples;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.scope.KnownCase;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.transgression.SampledConcern;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** The rule {@code concern-reported-already}: a concern of a dip sample becomes one report at most. */
interface SampleConcerns {

    /**
     * Takes the concern for the report, in the transaction of the command being handled; concurrent requests wait for
     * each other here.
     *
     * @return the report whose it is: that one now, unless it was another's
     */
    String take(String accountId, SampledConcern concern, String transgressionId);

    /** @return whether it is that report's now; false where it was not the other's any more */
    boolean handOver(String accountId, SampledConcern concern, String from, String to);

    /**
     * A report that whoever reports may not know of stands in nobody's way, or the refusal would tell of it (ADR 0023).
     *
     * @throws Refusal {@code no-such-sample}, {@code no-such-concern} or {@code concern-reported-already}
     */
    default void takeFor(TransgressionReported report, SampledConcern wanted, Actor by, Streams streams) {
        String accountId = report.accountId();
        requireConcern(accountId, wanted, streams);
        String taker = take(accountId, wanted, report.transgressionId());
        boolean takenOver = taker.equals(report.transgressionId())
                || (isUnseen(taker, report, by, streams)
                        && handOver(accountId, wanted, taker, report.transgressionId()));
        if (!takenOver) {
            throw Refusal.rule(
                    "concern-reported-already",
                    "Concern %d of the dip sample '%s' was reported already."
                            .formatted(wanted.concern(), wanted.sampleId()));
        }
    }

    private static boolean isUnseen(String taker, TransgressionReported report, Actor by, Streams streams) {
        return KnownCase.of(taker, streams)
                .filter(known -> !known.isThereFor(by, report.officerId(), streams))
                .isPresent();
    }

    private static void requireConcern(String accountId, SampledConcern wanted, Streams streams) {
        Integer concerns = DipSamples.of(accountId, streams)
                .map(samples -> samples.concernsOf(wanted.sampleId()))
                .orElseThrow(() -> Refusal.rule(
                        "no-such-sample",
                        "There is no dip sample '%s' of the account '%s'.".formatted(wanted.sampleId(), accountId)));
        if (wanted.concern() > concerns) {
            throw Refusal.rule(
                    "no-such-concern",
                    "There is no concern %d: the dip sample '%s' has %d, counted from 1."
                            .formatted(wanted.concern(), wanted.sampleId(), concerns));
        }
    }
}
