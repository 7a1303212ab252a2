package org.ninetyten.command.officer;

import java.time.LocalDate;

/** Who answers for or may post with which account. */
public interface OpenAccounts {

    /** Whether the officer had an open account under the policy when that day was over. */
    boolean has(String officerId, String policyId, LocalDate atTheEndOf);
}
