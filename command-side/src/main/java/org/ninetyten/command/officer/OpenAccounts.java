package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.List;

/** Who answers for or may post with which account. */
public interface OpenAccounts {

    /** Whether the officer had an open account under the policy when that day was over. */
    boolean has(String officerId, String policyId, LocalDate atTheEndOf);

    /** The accounts that the officer has or had once, as far as is known by now. */
    List<String> everOf(String officerId);
}
