package org.ninetyten.query.duties;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.schedule.PolicyTimeline;
import org.ninetyten.query.projection.Lists;

/**
 * What duties depend on of a policy.
 *
 * @param review of the newest version; absent before the first
 */
record PolicyFacts(
        List<PolicyTimeline.Version> versions,
        @Nullable LocalDate withdrawnOn,
        @Nullable Review review) {

    static final PolicyFacts NONE = new PolicyFacts(List.of(), null, null);

    PolicyFacts {
        versions = List.copyOf(versions);
    }

    /** @param since when it was last looked at, or published */
    record Review(LocalDate by, int version, LocalDate since) {}

    PolicyFacts after(PolicyEvent event, LocalDate recordedOn) {
        return switch (event) {
            case PolicyVersionPublished e ->
                new PolicyFacts(
                        Lists.with(versions, PolicyTimeline.Version.of(e)),
                        withdrawnOn,
                        new Review(e.reviewBy(), e.version(), recordedOn));
            case PolicyReviewedUnchanged e ->
                new PolicyFacts(versions, withdrawnOn, new Review(e.nextReviewBy(), e.version(), e.reviewedOn()));
            case PolicyWithdrawn e -> new PolicyFacts(versions, e.withdrawnOn(), review);
            case PolicyDrafted e -> this;
            case PolicyRevised e -> this;
            case PolicyReviewMissed e -> this;
        };
    }

    /** Whether it asks nothing of anyone: nothing of it was ever published, or it was withdrawn. */
    boolean asksNothing() {
        return versions.isEmpty() || withdrawnOn != null;
    }

    PolicyTimeline timeline() {
        return new PolicyTimeline(versions, withdrawnOn);
    }

    /** Whether what is due of people and accounts may differ, and not only when the policy itself is due. */
    boolean asksOtherThan(PolicyFacts before) {
        return !timeline().equals(before.timeline());
    }
}
