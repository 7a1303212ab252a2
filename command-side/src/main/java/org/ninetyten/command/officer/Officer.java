package org.ninetyten.command.officer;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;

/** An officer or a member of police staff who may hold or operate accounts. */
@Aggregate(type = "Officer")
class Officer extends EventSourced<OfficerEvent> {

    private static final Runnable NO_FURTHER_RULES = () -> {};

    Officer() {
        super(OfficerEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RegisterOfficer command) {
        OfficerCommand.Details given = command.details();
        return recordOnce(
                new OfficerRegistered(
                        command.officerId(), given.name(), given.collarNumber(), given.unit(), given.isStaff()),
                NO_FURTHER_RULES);
    }

    @CommandHandler
    Answer handle(ChangeOfficerDetails command) {
        OfficerCommand.Details given = command.details();
        return recordChange(
                new OfficerDetailsChanged(
                        command.officerId(), given.name(), given.collarNumber(), given.unit(), given.isStaff()),
                NO_FURTHER_RULES);
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
        return recordOnce(
                new TrainingRecorded(
                        command.officerId(), given.trainingId(), given.course(), given.completedOn(), validUntil),
                NO_FURTHER_RULES);
    }

    @CommandHandler
    Answer handle(AcknowledgePolicy command, Clock clock, Streams streams) {
        OfficerCommand.Acknowledgement given = command.acknowledgement();
        Days.refuseFuture("/acknowledgedOn", given.acknowledgedOn(), clock);
        boolean onPaper = !command.by().isOfficer(command.officerId());
        PolicyAcknowledged event = new PolicyAcknowledged(
                command.officerId(), given.policyId(), given.version(), acknowledgedOn(given, clock), onPaper);
        return recordOnce(event, () -> refuseUnknownVersion(given, streams));
    }

    @CommandHandler
    Answer handle(RecordCoachingConversation command, Clock clock, Streams streams) {
        OfficerCommand.Conversation given = command.conversation();
        Days.refuseFuture("/heldOn", given.heldOn(), clock);
        CoachingConversationRecorded event = new CoachingConversationRecorded(
                command.officerId(),
                given.conversationId(),
                given.heldOn(),
                command.by().id(),
                given.topics(),
                given.summary(),
                given.agreedActions(),
                given.accountId(),
                given.transgressionId());
        return recordOnce(event, () -> {
            refuseUnknown(streams, Subject.ACCOUNT, given.accountId());
            refuseUnknown(streams, Subject.TRANSGRESSION, given.transgressionId());
        });
    }

    @Override
    protected void evolve(OfficerEvent event) {}

    @Override
    protected String nameOf(OfficerEvent event) {
        return switch (event) {
            case OfficerRegistered registered -> "registration";
            case OfficerDetailsChanged changed -> "details";
            case TrainingRecorded training -> "training:" + training.trainingId();
            case PolicyAcknowledged acknowledged -> acknowledgement(acknowledged.policyId(), acknowledged.version());
            case CoachingConversationRecorded conversation -> "conversation:" + conversation.conversationId();
        };
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

    private static void refuseUnknownVersion(OfficerCommand.Acknowledgement given, Streams streams) {
        boolean published = streams.read(Subject.POLICY, given.policyId()).stream()
                .anyMatch(event ->
                        event instanceof PolicyVersionPublished version && version.version() == given.version());
        if (!published) {
            throw Refusal.rule(
                    "no-such-policy-version",
                    "Policy '%s' has no published version %d to acknowledge."
                            .formatted(given.policyId(), given.version()));
        }
    }

    private static void refuseUnknown(Streams streams, Subject subject, @Nullable String id) {
        if (id != null && !streams.has(subject, id)) {
            throw Refusal.rule(
                    "no-such-" + subject.word(),
                    "There is no %s '%s' to link the conversation to.".formatted(subject.word(), id));
        }
    }
}
