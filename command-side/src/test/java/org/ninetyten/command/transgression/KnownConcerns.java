package org.ninetyten.command.transgression;

import java.util.HashMap;
import java.util.Map;
import org.ninetyten.events.transgression.SampledConcern;

/** Concerns that were reported, kept in memory. */
final class KnownConcerns implements SampleConcerns {

    private final Map<String, String> taken = new HashMap<>();

    @Override
    public String take(String accountId, SampledConcern concern, String transgressionId) {
        return taken.computeIfAbsent(accountId + concern, first -> transgressionId);
    }

    @Override
    public boolean handOver(String accountId, SampledConcern concern, String from, String to) {
        return taken.replace(accountId + concern, from, to);
    }
}
