package org.ninetyten.command.transgression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cases by officer, kept in memory. */
final class KnownCases implements Cases {

    private final Map<String, List<String>> cases = new HashMap<>();

    @Override
    public void reported(String officerId, String transgressionId) {
        cases.computeIfAbsent(officerId, officer -> new ArrayList<>()).add(transgressionId);
    }

    @Override
    public List<String> of(String officerId) {
        return List.copyOf(cases.getOrDefault(officerId, List.of()));
    }
}
