package org.ninetyten.command.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.command.officer.HeldAccounts;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.ninetyten.events.schedule.PolicyTimeline;
import org.ninetyten.events.schedule.PolicyTimeline.Version;

/** Accounts that everyone holds alike, kept in memory; nobody holds one until a test says so. */
public final class KnownHeldAccounts implements HeldAccounts {

    private final Map<String, Under> under = new HashMap<>();

    /** One account under the policy of these versions, held and known of since that day. */
    public KnownHeldAccounts under(LocalDate since, PolicyVersionPublished... versions) {
        PolicyTimeline policy =
                new PolicyTimeline(List.of(versions).stream().map(Version::of).toList(), null);
        under.put(versions[0].policyId(), new Under(policy, List.of(new Tie(since, since))));
        return this;
    }

    @Override
    public Map<String, Under> of(String officerId) {
        return Map.copyOf(under);
    }
}
