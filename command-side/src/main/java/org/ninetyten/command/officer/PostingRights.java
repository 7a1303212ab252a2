package org.ninetyten.command.officer;

import java.time.LocalDate;
import org.ninetyten.edge.refusal.Refusal;

/** Who may post with which account. */
public interface PostingRights {

    /** @throws Refusal {@code no-such-account}, or {@code not-holder-or-operator} where they could not post with it that day */
    void require(String officerId, String accountId, LocalDate day);
}
