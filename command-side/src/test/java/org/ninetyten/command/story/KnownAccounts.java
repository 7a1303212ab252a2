package org.ninetyten.command.story;

import java.time.LocalDate;
import java.util.List;
import org.ninetyten.command.officer.OpenAccounts;

/** Whether everyone has an open account under every policy, and until when they had it. */
public enum KnownAccounts implements OpenAccounts {
    ALL_OPEN,
    NONE;

    @Override
    public boolean has(String officerId, String policyId, LocalDate atTheEndOf) {
        return this == ALL_OPEN;
    }

    @Override
    public List<String> everOf(String officerId) {
        return List.of();
    }
}
