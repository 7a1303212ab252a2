package org.ninetyten.command.transgression;

import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.transgression.PinnedFacts;

/** The version that was in force when it was posted: pinned when it was reported, whatever was published since. */
final class JudgedBy {

    private JudgedBy() {}

    static PolicyVersionPublished version(PinnedFacts pinned, Streams streams) {
        return PolicyRecord.of(pinned.policyId(), streams)
                .flatMap(policy -> policy.numbered(pinned.policyVersion()))
                .orElseThrow(() -> new IllegalStateException("The pinned version is gone from the store"));
    }
}
