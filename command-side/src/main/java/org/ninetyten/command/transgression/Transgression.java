package org.ninetyten.command.transgression;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.NotAllowed;
import org.ninetyten.command.aggregate.NotThere;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.command.transgression.TransgressionCommand.AnswerNotice;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CloseTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CompleteResponse;
import org.ninetyten.command.transgression.TransgressionCommand.DecideReview;
import org.ninetyten.command.transgression.TransgressionCommand.NoteAnswerWindowLapsed;
import org.ninetyten.command.transgression.TransgressionCommand.NoteNoticeOverdue;
import org.ninetyten.command.transgression.TransgressionCommand.NotifyOfficer;
import org.ninetyten.command.transgression.TransgressionCommand.ReopenTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.RequestReview;
import org.ninetyten.command.transgression.TransgressionCommand.RestrictTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.WithdrawTransgression;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/** A post that may be out of bounds, and what became of it. {@link LifeCycle} says what may be done to it when. */
@Aggregate(type = "Transgression", cache = EventSourced.REMEMBERED)
class Transgression extends EventSourced<TransgressionEvent> {

    private static final String REPORT = "report";

    private final CaseFile file = new CaseFile();

    Transgression() {
        super(TransgressionEvent.class);
    }

    /**
     * To whoever is not on its list, a restricted case is not there. What a clock asks for goes on. A report is answered
     * below: by its own words, a retry may be one.
     */
    @CommandHandlerInterceptor
    void refuseWhereRestricted(
            TransgressionCommand command,
            @MetaDataValue(Provenance.ACTOR_ID) @Nullable String actorId,
            @MetaDataValue(Provenance.ACTOR_ROLE) @Nullable String actorRole) {
        boolean ofASystem = Provenance.SYSTEM.equalsIgnoreCase(actorRole);
        if (!(command instanceof ReportTransgression) && !ofASystem && !file.isThereFor(String.valueOf(actorId))) {
            throw NotThere.refusal(command);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ReportTransgression command, Clock clock, Streams streams, Cases cases, SampleConcerns concerns) {
        TransgressionCommand.Report given = command.report();
        Days.refuseFuture("/postedAt", given.postedAt(), clock);
        boolean selfReported = command.by().isOfficer(given.officerId());
        if (command.by().role() == Role.OFFICER && !selfReported) {
            throw Refusal.forbidden("An officer may report only themselves.");
        }
        String by = command.by().id();
        if (!file.isThereFor(by) && !by.equals(actorOf(REPORT))) {
            // As any id that is taken answers; whoever reported it first may have lost the answer.
            throw idConflict(command.stream());
        }
        // Pinned once: a retry means the facts as they were pinned then, whatever was recorded since.
        PinnedFacts pinned = file.isReported() ? reported().pinned() : Pinning.pin(given, streams, cases);
        TransgressionReported event = new TransgressionReported(
                command.transgressionId(),
                given.accountId(),
                given.officerId(),
                given.postedAt(),
                Evidence.of(given.post()),
                given.category(),
                given.description(),
                given.reportedBy(),
                selfReported,
                pinned,
                given.sampledConcern());
        return recordOnce(event, () -> {
            if (event.fromSample() != null) {
                concerns.takeFor(event, event.fromSample(), command.by(), streams);
            }
            cases.reported(given.officerId(), command.transgressionId());
        });
    }

    @CommandHandler
    Answer handle(
            AssessTransgression command, Clock clock, Streams streams, WorkingDays workingDays, Reminders reminders) {
        TransgressionCommand.Assessment given = command.assessment();
        return step("assessment", earlier -> Assessing.saysTheSame(given, earlier), () -> {
            file.independence().toAssess(command.by());
            PolicyVersionPublished version = JudgedBy.version(reported().pinned(), streams);
            TransgressionAssessed event =
                    Assessing.assess(given, reported(), version, LondonTime.today(clock), streams, workingDays);
            if (event.noticeBy() != null) {
                clock(reminders).start(CaseReminders.NOTICE, event.noticeBy());
            }
            return event;
        });
    }

    @CommandHandler
    Answer handle(NotifyOfficer command, Clock clock, Streams streams, WorkingDays workingDays, Reminders reminders) {
        TransgressionCommand.Notice given = command.notice();
        return step("notice", earlier -> Notifying.saysTheSame(given, earlier), () -> {
            PolicyVersionPublished version = JudgedBy.version(reported().pinned(), streams);
            OfficerNotified event = Notifying.notice(
                    given, reported(), file.brokenClauses(), version, LondonTime.today(clock), workingDays);
            clock(reminders).callOff();
            clock(reminders).start(CaseReminders.ANSWER, event.answerBy());
            return event;
        });
    }

    @CommandHandler
    Answer handle(AnswerNotice command, Reminders reminders) {
        TransgressionReported reported = reported();
        if (!command.by().isOfficer(reported.officerId())) {
            throw Refusal.forbidden("Only the officer whom it is about may answer.");
        }
        OfficerAnswered event = new OfficerAnswered(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                command.answer().accepts(),
                command.answer().statement());
        return step("answer", event::equals, () -> {
            clock(reminders).callOff();
            return event;
        });
    }

    @CommandHandler
    Answer handle(CompleteResponse command, Clock clock, Streams streams) {
        ResponseCompleted event = Completing.event(command, reported(), holding());
        return step("completion", event::equals, () -> {
            Days.refuseFuture("/completedOn", event.completedOn(), clock);
            Completing.check(event, streams);
            return event;
        });
    }

    @CommandHandler
    Answer handle(CompleteThroughConversation command) {
        boolean completes = reported().officerId().equals(command.officerId())
                && Completing.throughConversation(holding())
                && file.allowed().contains("completion");
        return completes ? record(() -> Completing.event(command, reported(), holding())) : unchanged();
    }

    @CommandHandler
    Answer handle(RequestReview command, Clock clock, Reminders reminders) {
        TransgressionReported reported = reported();
        String reason = command.reviewRequest().reason();
        if (command.by().role() == Role.OFFICER && !command.by().isOfficer(reported.officerId())) {
            throw Refusal.forbidden("An officer may ask for a review of their own case only.");
        }
        return step(
                "review-request",
                earlier -> earlier instanceof ReviewRequested requested
                        && requested.reason().equals(reason),
                () -> {
                    clock(reminders).callOff();
                    return new ReviewRequested(
                            command.transgressionId(),
                            reported.officerId(),
                            reported.accountId(),
                            LondonTime.today(clock),
                            reason);
                });
    }

    @CommandHandler
    Answer handle(DecideReview command, Clock clock, WorkingDays workingDays, Reminders reminders) {
        TransgressionCommand.ReviewDecision given = command.decision();
        return step("review-decision", earlier -> Reviewing.saysTheSame(given, earlier), () -> {
            file.independence().toReview(command.by());
            LocalDate moved = CaseClock.moved(file, LondonTime.today(clock), workingDays);
            ReviewDecided event = Reviewing.decide(given, reported(), file.response(), moved);
            if (moved != null) {
                clock(reminders).goOnTo(moved);
            }
            return event;
        });
    }

    @CommandHandler
    Answer handle(CloseTransgression command) {
        TransgressionReported reported = reported();
        TransgressionClosed event = new TransgressionClosed(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                command.closure().note());
        return step("closure", event::equals, () -> event);
    }

    @CommandHandler
    Answer handle(WithdrawTransgression command, Reminders reminders) {
        TransgressionReported reported = reported();
        TransgressionWithdrawn event = new TransgressionWithdrawn(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                command.withdrawal().reason());
        return step("withdrawal", event::equals, () -> {
            clock(reminders).callOff();
            return event;
        });
    }

    @CommandHandler
    Answer handle(ReopenTransgression command) {
        TransgressionReported reported = reported();
        TransgressionReopened event = new TransgressionReopened(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                command.reopening().reason());
        return step("reopening", event::equals, () -> {
            file.independence().toReopen(command.by());
            return event;
        });
    }

    @CommandHandler
    Answer handle(RestrictTransgression command) {
        file.independence().toRestrict(command.by());
        TransgressionEvent event =
                Restricting.event(command.restriction(), command.by().id(), reported());
        return recordChange(event, () -> {
            if (event instanceof TransgressionUnrestricted && !file.isRestricted()) {
                throw Refusal.rule("not-restricted", "This transgression is not restricted.");
            }
        });
    }

    @CommandHandler
    Answer handle(NoteNoticeOverdue command) {
        TransgressionReported reported = reported();
        boolean overdue = file.state() == TransgressionState.ASSESSED
                && command.noticeBy().equals(file.dueBy());
        NoticeOverdue event = new NoticeOverdue(
                command.transgressionId(), reported.officerId(), reported.accountId(), command.noticeBy());
        boolean noted = event.equals(latest(nameOf(event)));
        return overdue && !noted ? record(event, () -> {}) : unchanged();
    }

    @CommandHandler
    Answer handle(NoteAnswerWindowLapsed command) {
        TransgressionReported reported = reported();
        boolean lapsed = file.state() == TransgressionState.NOTIFIED
                && command.answerBy().equals(file.dueBy());
        AnswerWindowLapsed event = new AnswerWindowLapsed(
                command.transgressionId(), reported.officerId(), reported.accountId(), command.answerBy());
        return lapsed ? record(event, () -> {}) : unchanged();
    }

    /**
     * A step of the life cycle. What the state does not allow, but was done just so since the case was opened, is a
     * retry and is answered as it was then.
     */
    private Answer step(
            String command,
            Predicate<TransgressionEvent> saysTheSame,
            Supplier<? extends TransgressionEvent> decision) {
        TransgressionEvent earlier = file.step(command);
        if (earlier != null && !file.allowed().contains(command) && saysTheSame.test(earlier)) {
            return answerOf(command);
        }
        return record(() -> {
            refuseUnlessAllowed(command);
            return decision.get();
        });
    }

    private void refuseUnlessAllowed(String command) {
        TransgressionState state = file.state();
        List<String> allowed = file.allowed();
        if (allowed.contains(command)) {
            return;
        }
        Map<String, Object> facts = Map.of("state", state.name(), "allowed", allowed);
        String id = reported().transgressionId();
        if (state == TransgressionState.CLOSED) {
            throw Refusal.rule(
                    "closed",
                    "The transgression '%s' is closed; nothing but a reopening changes it.".formatted(id),
                    facts);
        }
        boolean yetToBeHeard = state == TransgressionState.ASSESSED || state == TransgressionState.NOTIFIED;
        if (command.equals("closure") && yetToBeHeard) {
            throw Refusal.rule(
                    "notice-required",
                    "A breach is closed only after the officer was told which clause, why, and what good looks like,"
                            + " and has answered or let the time for it pass.",
                    facts);
        }
        throw NotAllowed.inState("transgression '%s'".formatted(id), state, allowed);
    }

    private TransgressionReported reported() {
        return file.reported();
    }

    private Response holding() {
        Response response = file.response();
        return response == null ? Response.NO_ACTION : response;
    }

    private CaseClock clock(Reminders reminders) {
        return new CaseClock(file, reminders);
    }

    private Answer unchanged() {
        return new Answer(reported().transgressionId(), version());
    }

    @Override
    protected void evolve(TransgressionEvent event) {
        String command = nameOf(event);
        file.add(event, command, actorOf(command));
    }

    @Override
    protected String nameOf(TransgressionEvent event) {
        return switch (event) {
            case TransgressionReported e -> REPORT;
            case TransgressionAssessed e -> "assessment";
            case OfficerNotified e -> "notice";
            case OfficerAnswered e -> "answer";
            case AnswerWindowLapsed e -> "lapsed:" + e.answerBy();
            case NoticeOverdue e -> "overdue:" + e.noticeBy();
            case ResponseCompleted e -> "completion";
            case ReviewRequested e -> "review-request";
            case ReviewDecided e -> "review-decision";
            case TransgressionWithdrawn e -> "withdrawal";
            case TransgressionClosed e -> "closure";
            case TransgressionReopened e -> "reopening";
            case TransgressionRestricted e -> "restriction";
            case TransgressionUnrestricted e -> "restriction";
        };
    }
}
