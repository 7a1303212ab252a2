package org.ninetyten.command.transgression;

import java.util.HashMap;
import java.util.Map;
import org.ninetyten.events.transgression.SampledConcern;

/** Concerns that were reported, kept in memory. */
final class KnownConcerns implements SampleConcerns {

    private final Map<String, String> taken = new HashMap<>();

    @Override
    public boolean take(String accountId, SampledConcern concern, String transgressionId) {
        return taken.computeIfAbsent(accountId + concern, first -> transgressionId)
                .equals(transgressionId);
    }
}
