package org.ninetyten.command.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Significance;

/** What rules about others need to know of a policy: its published versions, in the order of their numbers. */
public record PolicyRecord(List<PolicyVersionPublished> versions) {

    /** @return nothing, for no events */
    public static Optional<PolicyRecord> of(List<PolicyEvent> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        List<PolicyVersionPublished> versions = new ArrayList<>();
        for (PolicyEvent event : events) {
            switch (event) {
                case PolicyDrafted drafted -> {}
                case PolicyRevised revised -> {}
                case PolicyVersionPublished published -> versions.add(published);
            }
        }
        return Optional.of(new PolicyRecord(List.copyOf(versions)));
    }

    /** The version in force on that day: the newest whose first day is not after it. */
    public Optional<PolicyVersionPublished> inForceOn(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst();
    }

    /**
     * The oldest version whose acknowledgement still counts on that day: the newest major one in force. A policy's
     * first version must be acknowledged whatever it is called.
     */
    public Optional<Integer> currentMajorOn(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .filter(version -> version.significance() == Significance.MAJOR || version.version() == 1)
                .map(PolicyVersionPublished::version)
                .findFirst();
    }
}
