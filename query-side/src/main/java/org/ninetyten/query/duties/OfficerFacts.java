package org.ninetyten.query.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldLifted;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldPlaced;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerErased;
import org.ninetyten.events.officer.OfficerEvent.OfficerErasureProposed;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;

/**
 * What duties depend on of an officer: no more than can still make a difference.
 *
 * @param left whether they are no longer with the force: nothing is due from them then
 * @param lastCheckIn the day of the latest
 * @param acknowledged by policy, the newest version they acknowledged
 * @param asked which versions they were asked for since
 * @param missed by policy, the latest check-in that was missed
 * @param advice what they asked and was not answered yet
 */
record OfficerFacts(
        @Nullable String unit,
        boolean left,
        List<Training> trainings,
        @Nullable LocalDate lastCheckIn,
        Map<String, Integer> acknowledged,
        List<Asked> asked,
        Map<String, Missed> missed,
        List<Advice> advice) {

    static final OfficerFacts NONE =
            new OfficerFacts(null, false, List.of(), null, Map.of(), List.of(), Map.of(), List.of());

    OfficerFacts {
        trainings = List.copyOf(trainings);
        acknowledged = Map.copyOf(acknowledged);
        asked = List.copyOf(asked);
        missed = Map.copyOf(missed);
        advice = List.copyOf(advice);
    }

    /** @param validUntil the last day it counts; absent where a policy says how long */
    record Training(LocalDate completedOn, @Nullable LocalDate validUntil) {}

    /** @param missed whether the day was over before they did */
    record Asked(String policyId, int version, LocalDate dueBy, LocalDate since, boolean missed) {

        boolean isOf(String policy, int number) {
            return policyId.equals(policy) && version == number;
        }
    }

    record Missed(int version, LocalDate dueBy, LocalDate noticedOn) {}

    record Advice(String adviceId, String accountId, LocalDate askedOn, Instant replyDueAt) {}

    OfficerFacts after(OfficerEvent event, LocalDate recordedOn) {
        return switch (event) {
            case OfficerRegistered e -> ofUnit(e.unit());
            case OfficerDetailsChanged e -> ofUnit(e.unit());
            case TrainingRecorded e -> trained(new Training(e.completedOn(), e.validUntil()));
            case AcknowledgementRequired e -> asked(new Asked(e.policyId(), e.version(), e.dueBy(), recordedOn, false));
            case AcknowledgementMissed e -> acknowledgementMissed(e, recordedOn);
            case PolicyAcknowledged e -> acknowledged(e.policyId(), e.version());
            case CheckInRecorded e -> checkedIn(e.heldOn());
            case CheckInMissed e -> checkInMissed(e.policyId(), new Missed(e.policyVersion(), e.dueBy(), recordedOn));
            case AdviceRequested e ->
                advised(Stream.concat(
                        advice.stream(),
                        Stream.of(new Advice(e.adviceId(), e.accountId(), recordedOn, e.replyDueAt()))));
            case AdviceGiven e ->
                advised(advice.stream().filter(one -> !one.adviceId().equals(e.adviceId())));
            case OfficerLeft e ->
                new OfficerFacts(unit, true, trainings, lastCheckIn, acknowledged, asked, missed, advice);
            case LegalHoldPlaced e -> this;
            case LegalHoldLifted e -> this;
            case OfficerErasureProposed e -> this;
            case OfficerErased e -> this;
            case CoachingConversationRecorded e -> this;
            case ConversationNoteAdded e -> this;
            case AgreedActionCompleted e -> this;
            case TrainingLapsed e -> this;
            case AdviceOutcomeRecorded e -> this;
        };
    }

    private OfficerFacts ofUnit(String name) {
        return new OfficerFacts(name, left, trainings, lastCheckIn, acknowledged, asked, missed, advice);
    }

    private OfficerFacts trained(Training training) {
        List<Training> all = Stream.concat(trainings.stream(), Stream.of(training))
                .distinct()
                .toList();
        return new OfficerFacts(unit, left, all, lastCheckIn, acknowledged, asked, missed, advice);
    }

    /** Asked again, the day moves; one that was done already, or with a later version, is not owed. */
    private OfficerFacts asked(Asked one) {
        if (acknowledged.getOrDefault(one.policyId(), 0) >= one.version()) {
            return this;
        }
        return withAsked(Stream.concat(
                asked.stream().filter(other -> !other.isOf(one.policyId(), one.version())), Stream.of(one)));
    }

    private OfficerFacts acknowledgementMissed(AcknowledgementMissed e, LocalDate recordedOn) {
        LocalDate since = asked.stream()
                .filter(one -> one.isOf(e.policyId(), e.version()))
                .map(Asked::since)
                .findFirst()
                .orElse(recordedOn);
        return asked(new Asked(e.policyId(), e.version(), e.dueBy(), since, true));
    }

    private OfficerFacts acknowledged(String policyId, int version) {
        Map<String, Integer> newest = new TreeMap<>(acknowledged);
        newest.merge(policyId, version, Math::max);
        return new OfficerFacts(unit, left, trainings, lastCheckIn, newest, asked, missed, advice)
                .withAsked(asked.stream().filter(one -> !one.policyId().equals(policyId) || one.version() > version));
    }

    private OfficerFacts withAsked(Stream<Asked> those) {
        return new OfficerFacts(unit, left, trainings, lastCheckIn, acknowledged, those.toList(), missed, advice);
    }

    private OfficerFacts checkedIn(LocalDate heldOn) {
        LocalDate latest = lastCheckIn != null && lastCheckIn.isAfter(heldOn) ? lastCheckIn : heldOn;
        return new OfficerFacts(unit, left, trainings, latest, acknowledged, asked, missed, advice);
    }

    private OfficerFacts checkInMissed(String policyId, Missed one) {
        Map<String, Missed> latest = new TreeMap<>(missed);
        latest.merge(
                policyId,
                one,
                (before, now) -> Stream.of(before, now)
                        .max(Comparator.comparing(Missed::dueBy).thenComparing(Missed::noticedOn))
                        .orElseThrow());
        return new OfficerFacts(unit, left, trainings, lastCheckIn, acknowledged, asked, latest, advice);
    }

    private OfficerFacts advised(Stream<Advice> those) {
        return new OfficerFacts(unit, left, trainings, lastCheckIn, acknowledged, asked, missed, those.toList());
    }

    Stream<Asked> askedUnder(String policyId) {
        Predicate<Asked> under = one -> one.policyId().equals(policyId);
        return asked.stream().filter(under);
    }
}
