package org.ninetyten.command.transgression;

import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.transgression.PinnedFacts;

/** The version that was in force when it was posted: pinned when it was reported, whatever was published since. */
final class JudgedBy {

    private JudgedBy() {}

    static PolicyVersionPublished version(PinnedFacts pinned, Streams streams) {
        return PolicyRecord.of(streams.read(Subject.POLICY, pinned.policyId(), PolicyEvent.class)).stream()
                .flatMap(policy -> policy.versions().stream())
                .filter(version -> version.version() == pinned.policyVersion())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The pinned version is gone from the store"));
    }
}
