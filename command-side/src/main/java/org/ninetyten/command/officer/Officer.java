package org.ninetyten.command.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.NoteAcknowledgementMissed;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** An officer or a member of police staff who may hold or operate accounts. */
@Aggregate(type = "Officer", cache = EventSourced.REMEMBERED)
class Officer extends EventSourced<OfficerEvent> {

    static final String ACKNOWLEDGEMENT_REMINDER = "acknowledgement";

    /** The newest version acknowledged, by policy. */
    private final Map<String, Integer> acknowledgedVersions = new HashMap<>();

    private final List<AcknowledgementRequired> requirements = new ArrayList<>();

    Officer() {
        super(OfficerEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RegisterOfficer command) {
        OfficerCommand.Details given = command.details();
        return recordOnce(new OfficerRegistered(
                command.officerId(), given.name(), given.collarNumber(), given.unit(), given.isStaff()));
    }

    @CommandHandler
    Answer handle(ChangeOfficerDetails command) {
        OfficerCommand.Details given = command.details();
        return recordChange(new OfficerDetailsChanged(
                command.officerId(), given.name(), given.collarNumber(), given.unit(), given.isStaff()));
    }

    @CommandHandler
    Answer handle(RecordTraining command, Clock clock) {
        OfficerCommand.Training given = command.training();
        Days.refuseFuture("/completedOn", given.completedOn(), clock);
        LocalDate validUntil = given.validUntil();
        if (validUntil != null && validUntil.isBefore(given.completedOn())) {
            throw Refusal.invalid(
                    "invalid",
                    "A training cannot stop counting before it was completed.",
                    Violation.at("/validUntil", "must not be before completedOn"));
        }
        return recordOnce(new TrainingRecorded(
                command.officerId(), given.trainingId(), given.course(), given.completedOn(), validUntil));
    }

    @CommandHandler
    Answer handle(AcknowledgePolicy command, Clock clock, Streams streams, Reminders reminders) {
        OfficerCommand.Acknowledgement given = command.acknowledgement();
        Days.refuseFuture("/acknowledgedOn", given.acknowledgedOn(), clock);
        boolean onPaper = !command.by().isOfficer(command.officerId());
        PolicyAcknowledged event = new PolicyAcknowledged(
                command.officerId(), given.policyId(), given.version(), acknowledgedOn(given, clock), onPaper);
        return recordOnce(event, () -> {
            refuseBeforeThereWasSuchAVersion(event, streams);
            requirementsMetBy(event).forEach(met -> callOff(met, reminders));
        });
    }

    @CommandHandler
    Answer handle(RequireAcknowledgement command, Reminders reminders) {
        if (acknowledgedVersion(command.policyId()) >= command.version()) {
            return unchanged(command);
        }
        AcknowledgementRequired event = new AcknowledgementRequired(
                command.officerId(), command.policyId(), command.version(), command.dueBy());
        if (latest(nameOf(event)) != null) {
            return unchanged(command);
        }
        return record(
                event,
                () -> reminders.set(
                        LondonTime.endOf(command.dueBy()),
                        ACKNOWLEDGEMENT_REMINDER,
                        command.officerId(),
                        keyOf(event)));
    }

    @CommandHandler
    Answer handle(NoteAcknowledgementMissed command, Clock clock, Streams streams, OpenAccounts accounts) {
        AcknowledgementRequired required =
                latest(requirement(command.policyId(), command.version())) instanceof AcknowledgementRequired open
                        ? open
                        : null;
        if (required == null || acknowledgedVersion(command.policyId()) >= command.version()) {
            return unchanged(command);
        }
        if (isOfAWithdrawnPolicy(required, streams)) {
            return unchanged(command);
        }
        Days.requireOver(required.dueBy(), clock);
        if (!accounts.has(required.officerId(), required.policyId(), required.dueBy())) {
            return unchanged(command);
        }
        return recordOnce(new AcknowledgementMissed(
                command.officerId(), command.policyId(), command.version(), required.dueBy()));
    }

    @CommandHandler
    Answer handle(RecordCoachingConversation command, Clock clock, Streams streams) {
        OfficerCommand.Conversation given = command.conversation();
        Days.refuseFuture("/heldOn", given.heldOn(), clock);
        TransgressionReported reported = reportOf(given.transgressionId(), streams);
        CoachingConversationRecorded event = new CoachingConversationRecorded(
                command.officerId(),
                given.conversationId(),
                given.heldOn(),
                command.by().id(),
                given.topics(),
                given.summary(),
                given.agreedActions(),
                given.accountId() == null ? accountOf(reported) : given.accountId(),
                given.transgressionId());
        return recordOnce(event, () -> {
            refuseUnknown(streams, Subject.ACCOUNT, given.accountId());
            refuseUnknown(streams, Subject.TRANSGRESSION, given.transgressionId());
            refuseCaseOfAnother(command.officerId(), reported);
        });
    }

    @Override
    protected void evolve(OfficerEvent event) {
        switch (event) {
            case PolicyAcknowledged acknowledged ->
                acknowledgedVersions.merge(acknowledged.policyId(), acknowledged.version(), Math::max);
            case AcknowledgementRequired required -> requirements.add(required);
            case OfficerRegistered registered -> {}
            case OfficerDetailsChanged changed -> {}
            case TrainingRecorded training -> {}
            case AcknowledgementMissed missed -> {}
            case CoachingConversationRecorded conversation -> {}
        }
    }

    @Override
    protected String nameOf(OfficerEvent event) {
        return switch (event) {
            case OfficerRegistered registered -> "registration";
            case OfficerDetailsChanged changed -> "details";
            case TrainingRecorded training -> "training:" + training.trainingId();
            case PolicyAcknowledged acknowledged -> acknowledgement(acknowledged.policyId(), acknowledged.version());
            case AcknowledgementRequired required -> requirement(required.policyId(), required.version());
            case AcknowledgementMissed missed -> "missed:" + missed.policyId() + ":" + missed.version();
            case CoachingConversationRecorded conversation -> "conversation:" + conversation.conversationId();
        };
    }

    /** The requirements that nobody had met before and this acknowledgement meets: those of its version or older. */
    private List<AcknowledgementRequired> requirementsMetBy(PolicyAcknowledged acknowledged) {
        int before = acknowledgedVersion(acknowledged.policyId());
        return requirements.stream()
                .filter(required -> required.policyId().equals(acknowledged.policyId()))
                .filter(required -> required.version() > before && required.version() <= acknowledged.version())
                .toList();
    }

    /** Withdrawn by the day that it was due: from then on nobody needed to acknowledge it. */
    private static boolean isOfAWithdrawnPolicy(AcknowledgementRequired required, Streams streams) {
        return PolicyRecord.of(required.policyId(), streams)
                .filter(policy -> policy.isWithdrawnOn(required.dueBy()))
                .isPresent();
    }

    private int acknowledgedVersion(String policyId) {
        return acknowledgedVersions.getOrDefault(policyId, 0);
    }

    private Answer unchanged(Command command) {
        return new Answer(command.subjectId(), version());
    }

    private static void callOff(AcknowledgementRequired met, Reminders reminders) {
        reminders.callOff(ACKNOWLEDGEMENT_REMINDER, met.officerId(), keyOf(met));
    }

    private static String keyOf(AcknowledgementRequired required) {
        return required.policyId() + ":" + required.version();
    }

    private static String requirement(String policyId, int version) {
        return "requirement:" + policyId + ":" + version;
    }

    /** Left out, it is today; a retry after midnight that leaves it out still means the day it was first taken for. */
    private LocalDate acknowledgedOn(OfficerCommand.Acknowledgement given, Clock clock) {
        LocalDate stated = given.acknowledgedOn();
        if (stated != null) {
            return stated;
        }
        return latest(acknowledgement(given.policyId(), given.version())) instanceof PolicyAcknowledged earlier
                ? earlier.acknowledgedOn()
                : LondonTime.today(clock);
    }

    private static String acknowledgement(String policyId, int version) {
        return "acknowledgement:" + policyId + ":" + version;
    }

    /** Nobody can have read what was neither published nor in force. */
    private static void refuseBeforeThereWasSuchAVersion(PolicyAcknowledged acknowledged, Streams streams) {
        LocalDate existedFrom = PolicyRecord.of(acknowledged.policyId(), streams)
                .map(policy -> policy.existedFrom().get(acknowledged.version()))
                .orElseThrow(() -> Refusal.rule(
                        "no-such-policy-version",
                        "Policy '%s' has no published version %d to acknowledge."
                                .formatted(acknowledged.policyId(), acknowledged.version())));
        if (acknowledged.acknowledgedOn().isBefore(existedFrom)) {
            throw Refusal.invalid(
                    "acknowledged-before-version",
                    "Version %d of the policy '%s' was there from %s on; nobody can have acknowledged it before."
                            .formatted(acknowledged.version(), acknowledged.policyId(), existedFrom),
                    Violation.at("/acknowledgedOn", "must not be before " + existedFrom));
        }
    }

    private static void refuseUnknown(Streams streams, Subject subject, @Nullable String id) {
        if (id != null && !streams.has(subject, id)) {
            throw Refusal.rule(
                    "no-such-" + subject.word(),
                    "There is no %s '%s' to link the conversation to.".formatted(subject.word(), id));
        }
    }

    /** A conversation about a case is held with the officer whom the case is about. */
    private static @Nullable TransgressionReported reportOf(@Nullable String transgressionId, Streams streams) {
        if (transgressionId == null) {
            return null;
        }
        return streams.read(Subject.TRANSGRESSION, transgressionId, TransgressionEvent.class).stream()
                .filter(TransgressionReported.class::isInstance)
                .map(TransgressionReported.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** A conversation about a case is one about the case's account, and stands in that account's history. */
    private static @Nullable String accountOf(@Nullable TransgressionReported reported) {
        return reported == null ? null : reported.accountId();
    }

    private static void refuseCaseOfAnother(String officerId, @Nullable TransgressionReported reported) {
        if (reported != null && !reported.officerId().equals(officerId)) {
            throw Refusal.rule(
                    "transgression-of-another-officer",
                    "The transgression '%s' is about another officer than '%s', so a conversation with '%s' is not linked to it."
                            .formatted(reported.transgressionId(), officerId, officerId));
        }
    }
}
