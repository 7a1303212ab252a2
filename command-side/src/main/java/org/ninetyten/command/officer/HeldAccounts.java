package org.ninetyten.command.officer;

import java.util.List;
import java.util.Map;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.ninetyten.events.schedule.PolicyTimeline;

/** What the store says of the accounts that officers hold or operate. */
public interface HeldAccounts {

    /** What obliges someone under one policy: the accounts that they hold or operate now, one or more. */
    record Under(PolicyTimeline policy, List<Tie> ties) {

        public Under {
            ties = List.copyOf(ties);
        }
    }

    /** By policy; empty for one who has no account that is authorised. */
    Map<String, Under> of(String officerId);
}
