package org.ninetyten.command.transgression;

import org.ninetyten.command.account.DipSamples;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.transgression.SampledConcern;

/** The rule {@code concern-reported-already}: a concern of a dip sample becomes one report at most. */
interface SampleConcerns {

    /**
     * Takes the concern for the report, in the transaction of the command being handled; concurrent requests wait for
     * each other here.
     *
     * @return whether it is that report's now; false when it is another's
     */
    boolean take(String accountId, SampledConcern concern, String transgressionId);

    /** @throws Refusal {@code no-such-sample}, {@code no-such-concern} or {@code concern-reported-already} */
    default void takeFor(String transgressionId, String accountId, SampledConcern wanted, Streams streams) {
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
        if (!take(accountId, wanted, transgressionId)) {
            throw Refusal.rule(
                    "concern-reported-already",
                    "Concern %d of the dip sample '%s' was reported already."
                            .formatted(wanted.concern(), wanted.sampleId()));
        }
    }
}
