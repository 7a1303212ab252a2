package org.ninetyten.command.officer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.command.officer.AdviceCommand.AskAdvice;
import org.ninetyten.command.officer.AdviceCommand.GiveAdvice;
import org.ninetyten.command.officer.AdviceCommand.RecordAdviceOutcome;
import org.ninetyten.command.officer.ConversationCommand.AddConversationNote;
import org.ninetyten.command.officer.ConversationCommand.CompleteAgreedAction;
import org.ninetyten.command.officer.ErasureCommand.Erase;
import org.ninetyten.command.officer.ErasureCommand.LiftLegalHold;
import org.ninetyten.command.officer.ErasureCommand.PlaceLegalHold;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.Leave;
import org.ninetyten.command.officer.OfficerCommand.NoteAcknowledgementMissed;
import org.ninetyten.command.officer.OfficerCommand.RecordCheckIn;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.command.scope.Scopes;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
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

/** An officer or a member of police staff who may hold or operate accounts. */
@Aggregate(type = "Officer", cache = EventSourced.REMEMBERED)
class Officer extends EventSourced<OfficerEvent> {

    private static final String LEAVING = "leaving";

    private final Acknowledging acknowledging = new Acknowledging();
    private final TrainingAndCheckIns support = new TrainingAndCheckIns();
    private final Erasing erasing = new Erasing();
    private String unit = "";

    Officer() {
        super(OfficerEvent.class);
    }

    /**
     * Who may act on their own unit alone does so on nobody else. And of a person who was erased nothing more is recorded;
     * what the system does of itself comes to nothing by their having left.
     */
    @CommandHandlerInterceptor
    void refuseOutsideOrErased(Command command, @MetaDataValue(Scopes.WITHIN_UNIT) @Nullable String withinUnit) {
        Scopes.refuseOutside(withinUnit, unit);
        if (!(command instanceof Erase || command instanceof SystemCommand)) {
            erasing.refuseIfErased();
        }
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
        TrainingRecorded event = new TrainingRecorded(
                command.officerId(), given.trainingId(), given.course(), given.completedOn(), validUntil);
        return recordOnce(event, () -> refuseIfLeft(command));
    }

    @CommandHandler
    Answer handle(AcknowledgePolicy command, Clock clock, Streams streams, Reminders reminders) {
        OfficerCommand.Acknowledgement given = command.acknowledgement();
        Days.refuseFuture("/acknowledgedOn", given.acknowledgedOn(), clock);
        boolean onPaper = !command.by().isOfficer(command.officerId());
        PolicyAcknowledged event = new PolicyAcknowledged(
                command.officerId(), given.policyId(), given.version(), acknowledgedOn(given, clock), onPaper);
        return recordOnce(event, () -> {
            refuseIfLeft(command);
            Acknowledging.refuseBeforeThereWasSuchAVersion(event, streams);
            acknowledging.callOffWhatIsMetBy(event, reminders);
        });
    }

    @CommandHandler
    Answer handle(RequireAcknowledgement command, Reminders reminders) {
        if (support.leftOn() != null || acknowledging.has(command.policyId(), command.version())) {
            return unchanged(command);
        }
        AcknowledgementRequired event = new AcknowledgementRequired(
                command.officerId(), command.policyId(), command.version(), command.dueBy());
        if (latest(nameOf(event)) != null) {
            return unchanged(command);
        }
        return record(event, () -> Acknowledging.remindOf(event, reminders));
    }

    @CommandHandler
    Answer handle(NoteAcknowledgementMissed command, Clock clock, Streams streams, OpenAccounts accounts) {
        AcknowledgementRequired required =
                latest(requirement(command.policyId(), command.version())) instanceof AcknowledgementRequired open
                        ? open
                        : null;
        if (required == null || acknowledging.has(command.policyId(), command.version())) {
            return unchanged(command);
        }
        if (hadLeftBy(required.dueBy()) || Acknowledging.isOfAWithdrawnPolicy(required, streams)) {
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
        Days.refuseFuture("/heldOn", command.conversation().heldOn(), clock);
        return recordOnce(Conversations.held(command, streams), () -> Conversations.checkLinks(command, streams));
    }

    @CommandHandler
    Answer handle(CompleteAgreedAction command, Clock clock, Streams streams) {
        CoachingConversationRecorded conversation = shown(command, streams);
        OfficerEvent earlier = latest(action(command.conversationId(), command.action()));
        AgreedActionCompleted event = Conversations.completed(command, conversation, earlier, streams);
        return recordOnce(event, () -> Conversations.checkDay(event, conversation, clock));
    }

    @CommandHandler
    Answer handle(AddConversationNote command, Streams streams) {
        CoachingConversationRecorded conversation = shown(command, streams);
        OfficerEvent earlier =
                latest(note(command.conversationId(), command.note().noteId()));
        return recordOnce(Conversations.note(command, conversation, earlier, streams));
    }

    private CoachingConversationRecorded shown(ConversationCommand command, Streams streams) {
        return Conversations.shownTo(command.by(), command, latest(conversation(command.conversationId())), streams);
    }

    @CommandHandler
    Answer handle(AskAdvice command, Clock clock, ReplyTime replyTime, WorkingDays workingDays, PostingRights rights) {
        AdviceRequested event = Advising.asked(
                command, latest(advice(command.adviceId())), () -> replyTime.dueAt(clock.instant(), workingDays));
        return recordOnce(event, () -> rights.require(event.officerId(), event.accountId(), LondonTime.today(clock)));
    }

    @CommandHandler
    Answer handle(GiveAdvice command) {
        String name = advice(command.adviceId());
        AdviceRequested question = Advising.question(command, latest(name));
        Advising.refuseAsker(command, actorOf(name));
        return recordOnce(Advising.reply(command, question));
    }

    @CommandHandler
    Answer handle(RecordAdviceOutcome command) {
        AdviceRequested question = Advising.question(command, latest(advice(command.adviceId())));
        return recordOnce(
                Advising.outcome(command, question),
                () -> Advising.requireReply(command, latest(adviceReply(command.adviceId()))));
    }

    @CommandHandler
    Answer handle(Leave command, Clock clock) {
        LocalDate stated = command.leaving() == null ? null : command.leaving().leftOn();
        Days.refuseFuture("/leftOn", stated, clock);
        // Left out, it is today; a retry after midnight that leaves it out still means the day it was first taken for.
        if (stated == null && latest(LEAVING) != null) {
            return answerOf(LEAVING);
        }
        return recordOnce(new OfficerLeft(command.officerId(), stated == null ? LondonTime.today(clock) : stated));
    }

    @CommandHandler
    Answer handle(PlaceLegalHold command) {
        Erasing.refuseLifted(latest(Erasing.lifting(command.holdId())));
        return recordOnce(new LegalHoldPlaced(command.officerId(), command.holdId(), command.reason()));
    }

    @CommandHandler
    Answer handle(LiftLegalHold command) {
        LegalHoldLifted event = new LegalHoldLifted(command.officerId(), command.holdId(), command.reason());
        return recordOnce(event, () -> erasing.requireHold(command.holdId()));
    }

    @CommandHandler
    Answer handle(Erase command, Clock clock, Retention retention, ErasureGrounds grounds, Forgetting forgetting) {
        if (latest(Erasing.ERASURE) instanceof OfficerErased erased) {
            Erasing.requireSame(erased, command);
            return answerOf(Erasing.ERASURE);
        }
        OfficerErasureProposed proposed = latest(Erasing.PROPOSAL) instanceof OfficerErasureProposed open ? open : null;
        if (Erasing.isRetried(proposed, actorOf(Erasing.PROPOSAL), command)) {
            return answerOf(Erasing.PROPOSAL);
        }
        if (proposed == null) {
            return record(
                    Erasing.proposal(command),
                    () -> erasing.check(command, support.leftOn(), clock, retention, grounds));
        }
        Erasing.requireAnother(proposed, actorOf(Erasing.PROPOSAL), command);
        OfficerErased event = new OfficerErased(
                command.officerId(), proposed.erasureId(), grounds.accountsToForget(command.officerId()));
        return record(event, () -> {
            erasing.check(command, support.leftOn(), clock, retention, grounds);
            forgetting.forget(event.officerId(), event.accountIds());
        });
    }

    @CommandHandler
    Answer handle(RecordCheckIn command, Clock clock, PostingRights rights) {
        Days.refuseFuture("/heldOn", command.checkIn().heldOn(), clock);
        OfficerCommand.CheckIn given = command.checkIn();
        CheckInRecorded event = new CheckInRecorded(
                command.officerId(),
                given.checkInId(),
                given.heldOn(),
                command.by().id(),
                given.note(),
                given.accountId());
        return recordOnce(event, () -> {
            refuseIfLeft(command);
            if (event.accountId() != null) {
                rights.require(event.officerId(), event.accountId(), event.heldOn());
            }
        });
    }

    @CommandHandler
    Answer handle(NoteCheckInMissed command, Clock clock, HeldAccounts accounts) {
        return support.missed(command.policyId(), accounts.of(command.officerId()), LondonTime.today(clock))
                .map(due ->
                        recordOnce(new CheckInMissed(command.officerId(), command.policyId(), due.version(), due.by())))
                .orElseGet(() -> unchanged(command));
    }

    @CommandHandler
    Answer handle(NoteTrainingLapsed command, Clock clock, HeldAccounts accounts) {
        return support.lapsed(command.officerId(), accounts.of(command.officerId()), LondonTime.today(clock))
                .map(this::recordOnce)
                .orElseGet(() -> unchanged(command));
    }

    @Override
    protected void evolve(OfficerEvent event, Instant recordedAt) {
        support.add(event, LondonTime.dayOf(recordedAt));
        evolve(event);
    }

    @Override
    protected void evolve(OfficerEvent event) {
        switch (event) {
            case PolicyAcknowledged acknowledged -> acknowledging.add(acknowledged);
            case AcknowledgementRequired required -> acknowledging.add(required);
            case OfficerRegistered registered -> unit = registered.unit();
            case OfficerDetailsChanged changed -> unit = changed.unit();
            case TrainingRecorded training -> {}
            case AcknowledgementMissed missed -> {}
            case CoachingConversationRecorded conversation -> {}
            case ConversationNoteAdded note -> {}
            case AgreedActionCompleted action -> {}
            case TrainingLapsed lapsed -> {}
            case CheckInRecorded checkIn -> {}
            case CheckInMissed missedCheckIn -> {}
            case AdviceRequested advice -> {}
            case AdviceGiven given -> {}
            case AdviceOutcomeRecorded outcome -> {}
            case OfficerLeft left -> {}
            case LegalHoldPlaced placed -> erasing.add(placed);
            case LegalHoldLifted lifted -> erasing.add(lifted);
            case OfficerErasureProposed proposed -> {}
            case OfficerErased erased -> erasing.add(erased);
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
            case CoachingConversationRecorded conversation -> conversation(conversation.conversationId());
            case ConversationNoteAdded note -> note(note.conversationId(), note.noteId());
            case AgreedActionCompleted action -> action(action.conversationId(), action.action());
            case TrainingLapsed lapsed -> "lapse:" + lapsed.trainingId();
            case CheckInRecorded checkIn -> "check-in:" + checkIn.checkInId();
            case CheckInMissed missed -> "missed-check-in:" + missed.policyId() + ":" + missed.dueBy();
            case AdviceRequested advice -> advice(advice.adviceId());
            case AdviceGiven given -> adviceReply(given.adviceId());
            case AdviceOutcomeRecorded outcome -> "advice-outcome:" + outcome.adviceId();
            case OfficerLeft left -> LEAVING;
            case LegalHoldPlaced placed -> Erasing.hold(placed.holdId());
            case LegalHoldLifted lifted -> Erasing.lifting(lifted.holdId());
            case OfficerErasureProposed proposed -> Erasing.PROPOSAL;
            case OfficerErased erased -> Erasing.ERASURE;
        };
    }

    private static String conversation(String conversationId) {
        return "conversation:" + conversationId;
    }

    private static String note(String conversationId, String noteId) {
        return "note:" + conversationId + ":" + noteId;
    }

    private static String action(String conversationId, int action) {
        return "action:" + conversationId + ":" + action;
    }

    private static String advice(String adviceId) {
        return "advice:" + adviceId;
    }

    private static String adviceReply(String adviceId) {
        return "advice-reply:" + adviceId;
    }

    private void refuseIfLeft(OfficerCommand command) {
        OfficerRecord.refuseIfLeft(command.officerId(), support);
    }

    private boolean hadLeftBy(LocalDate day) {
        LocalDate leftOn = support.leftOn();
        return leftOn != null && !leftOn.isAfter(day);
    }

    private Answer unchanged(Command command) {
        return new Answer(command.subjectId(), version());
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
}
