package org.ninetyten.command.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.schedule.PolicyTimeline;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * What rules about others need to know of a policy: its published versions, in the order of their numbers.
 *
 * @param existedFrom by number, the day on which a version was published, or that on which it came into force where
 *     that is earlier, as it is for a version older than this system
 */
public record PolicyRecord(
        List<PolicyVersionPublished> versions,
        Map<Integer, LocalDate> existedFrom,
        @Nullable LocalDate withdrawnOn) {

    /** @return nothing, where there is no such policy */
    public static Optional<PolicyRecord> of(String policyId, Streams streams) {
        return streams.fold(Subject.POLICY, policyId, PolicyRecord.class, PolicyRecord::fold);
    }

    private static PolicyRecord fold(List<RecordedEvent> events) {
        List<PolicyVersionPublished> versions = new ArrayList<>();
        Map<Integer, LocalDate> existedFrom = new HashMap<>();
        LocalDate withdrawnOn = null;
        for (RecordedEvent recorded : events) {
            switch ((PolicyEvent) recorded.event()) {
                case PolicyDrafted drafted -> {}
                case PolicyRevised revised -> {}
                case PolicyVersionPublished published -> {
                    versions.add(published);
                    existedFrom.put(published.version(), earlier(published.effectiveFrom(), recorded.recordedAt()));
                }
                case PolicyReviewedUnchanged reviewed -> {}
                case PolicyReviewMissed missed -> {}
                case PolicyWithdrawn withdrawn -> withdrawnOn = withdrawn.withdrawnOn();
            }
        }
        return new PolicyRecord(List.copyOf(versions), Map.copyOf(existedFrom), withdrawnOn);
    }

    private static LocalDate earlier(LocalDate effectiveFrom, Instant recordedAt) {
        LocalDate published = LondonTime.dayOf(recordedAt);
        return published.isBefore(effectiveFrom) ? published : effectiveFrom;
    }

    public Optional<PolicyVersionPublished> numbered(int version) {
        return versions.stream()
                .filter(published -> published.version() == version)
                .findFirst();
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

    /** Which of them is in force when. */
    public PolicyTimeline timeline() {
        return new PolicyTimeline(
                versions.stream().map(PolicyTimeline.Version::of).toList(), withdrawnOn);
    }

    public boolean isWithdrawnOn(LocalDate day) {
        return withdrawnOn != null && !withdrawnOn.isAfter(day);
    }
}
