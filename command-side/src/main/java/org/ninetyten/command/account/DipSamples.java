package org.ninetyten.command.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * The dip samples of an account's posts.
 *
 * @param concerns what was found in each, by its id
 */
public record DipSamples(Map<String, List<String>> concerns) {

    public DipSamples {
        concerns = Map.copyOf(concerns);
    }

    /** @return nothing, where there is no such account */
    public static Optional<DipSamples> of(String accountId, Streams streams) {
        return streams.fold(Subject.ACCOUNT, accountId, DipSamples.class, DipSamples::fold);
    }

    private static DipSamples fold(List<RecordedEvent> events) {
        Map<String, List<String>> concerns = new HashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof PostsSampled sampled) {
                concerns.put(sampled.sampleId(), sampled.concerns());
            }
        }
        return new DipSamples(concerns);
    }

    /** How many concerns the sample has; absent where there is no such sample. */
    public @Nullable Integer concernsOf(String sampleId) {
        List<String> found = concerns.get(sampleId);
        return found == null ? null : found.size();
    }
}
