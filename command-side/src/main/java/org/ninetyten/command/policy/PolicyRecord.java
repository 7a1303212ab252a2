package org.ninetyten.command.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

/** What rules about others need to know of a policy: its published versions, in the order of their numbers. */
public record PolicyRecord(
        List<PolicyVersionPublished> versions, @Nullable LocalDate withdrawnOn) {

    /** @return nothing, for no events */
    public static Optional<PolicyRecord> of(List<PolicyEvent> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<PolicyVersionPublished> versions = new ArrayList<>();
        LocalDate withdrawnOn = null;
        for (PolicyEvent event : events) {
            switch (event) {
                case PolicyDrafted drafted -> {}
                case PolicyRevised revised -> {}
                case PolicyVersionPublished published -> versions.add(published);
                case PolicyReviewedUnchanged reviewed -> {}
                case PolicyReviewMissed missed -> {}
                case PolicyWithdrawn withdrawn -> withdrawnOn = withdrawn.withdrawnOn();
            }
        }
        return Optional.of(new PolicyRecord(List.copyOf(versions), withdrawnOn));
    }

    /** The version in force on that day: the newest whose first day is not after it. */
    public Optional<PolicyVersionPublished> inForceOn(LocalDate day) {
        return upTo(day).findFirst();
    }

    /**
     * The oldest version whose acknowledgement still counts on that day: the newest major one in force. A policy's
     * first version must be acknowledged whatever it is called.
     */
    public Optional<Integer> currentMajorOn(LocalDate day) {
        return upTo(day)
                .filter(PolicyRecord::mustBeAcknowledged)
                .map(PolicyVersionPublished::version)
                .findFirst();
    }

    /** Whether publishing the version means that everyone must acknowledge again. */
    public static boolean mustBeAcknowledged(PolicyVersionPublished version) {
        return version.significance() == Significance.MAJOR || version.version() == 1;
    }

    /** Versions in force by that day, the newest first. */
    private Stream<PolicyVersionPublished> upTo(LocalDate day) {
        return isWithdrawnOn(day)
                ? Stream.empty()
                : versions.reversed().stream()
                        .filter(version -> !version.effectiveFrom().isAfter(day));
    }

    private boolean isWithdrawnOn(LocalDate day) {
        return withdrawnOn != null && !withdrawnOn.isAfter(day);
    }
}
