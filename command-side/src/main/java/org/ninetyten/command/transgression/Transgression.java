package org.ninetyten.command.transgression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.NotAllowed;
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
import org.ninetyten.command.transgression.TransgressionCommand.WithdrawTransgression;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
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
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/** A post that may be out of bounds, and what became of it. */
@Aggregate(type = "Transgression")
class Transgression extends EventSourced<TransgressionEvent> {

    private static final String REPORT = "report";

    private TransgressionState state = TransgressionState.REPORTED;
    private @Nullable TransgressionReported report;
    private @Nullable TransgressionAssessed assessment;
    private @Nullable TransgressionEvent latestChange;
    private final Map<String, String> hands = new HashMap<>();

    /** What holds: the assessed response, or the one that replaced it on review. */
    private @Nullable Response response;

    /** The last day of the clock that runs: for the notice while assessed, for the answer while notified. */
    private @Nullable LocalDate dueBy;

    private @Nullable ReviewRequested review;
    private TransgressionState beforeReview = TransgressionState.REPORTED;

    /** Whether the officer was told and has answered, or let the time pass: where a replaced response goes on from. */
    private TransgressionState toldState = TransgressionState.REPORTED;

    Transgression() {
        super(TransgressionEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ReportTransgression command, Clock clock, Streams streams, Cases cases) {
        TransgressionCommand.Report given = command.report();
        Days.refuseFuture("/postedAt", given.postedAt(), clock);
        boolean selfReported = command.by().isOfficer(given.officerId());
        if (command.by().role() == Role.OFFICER && !selfReported) {
            throw Refusal.forbidden("An officer may report only themselves.");
        }
        // Pinned once: a retry means the facts as they were pinned then, whatever was recorded since.
        PinnedFacts pinned = report == null ? Pinning.pin(given, streams, cases) : report.pinned();
        TransgressionReported event = new TransgressionReported(
                command.transgressionId(),
                given.accountId(),
                given.officerId(),
                given.postedAt(),
                evidence(given.post()),
                given.category(),
                given.description(),
                given.reportedBy(),
                selfReported,
                pinned);
        return recordOnce(event, () -> cases.reported(given.officerId(), command.transgressionId()));
    }

    @CommandHandler
    Answer handle(
            AssessTransgression command, Clock clock, Streams streams, WorkingDays workingDays, Reminders reminders) {
        TransgressionReported reported = reported();
        PolicyVersionPublished version = JudgedBy.version(reported.pinned(), streams);
        // A retry means the day on which it was assessed.
        LocalDate assessedOn =
                latestChange instanceof TransgressionAssessed earlier ? earlier.assessedOn() : LondonTime.today(clock);
        TransgressionAssessed event =
                Assessing.assess(command.assessment(), reported, version, assessedOn, workingDays);
        return change("assessment", event, () -> {
            independence().toAssess(command.by());
            if (event.noticeBy() != null) {
                remind(reminders, CaseReminders.NOTICE, event.noticeBy());
            }
        });
    }

    @CommandHandler
    Answer handle(NotifyOfficer command, Clock clock, Streams streams, WorkingDays workingDays, Reminders reminders) {
        TransgressionReported reported = reported();
        PolicyVersionPublished version = JudgedBy.version(reported.pinned(), streams);
        Judgement.refuseUnknownClauses(command.notice().clauseIds(), version);
        LocalDate notifiedOn =
                latestChange instanceof OfficerNotified earlier ? earlier.notifiedOn() : LondonTime.today(clock);
        LocalDate answerBy =
                workingDays.after(notifiedOn, version.content().obligations().answerWithinWorkingDays());
        OfficerNotified event = new OfficerNotified(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                notifiedOn,
                command.notice().clauseIds(),
                command.notice().why(),
                command.notice().whatGoodLooksLike(),
                answerBy);
        return change("notice", event, () -> {
            callOffClock(reminders);
            remind(reminders, CaseReminders.ANSWER, answerBy);
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
        return change("answer", event, () -> callOffClock(reminders));
    }

    @CommandHandler
    Answer handle(CompleteResponse command, Clock clock, Streams streams) {
        TransgressionCommand.Completion given = command.completion();
        Days.refuseFuture("/completedOn", given.completedOn(), clock);
        TransgressionReported reported = reported();
        Response holding = response == null ? Response.NO_ACTION : response;
        ResponseCompleted event = Completing.event(command, reported, holding);
        return change("completion", event, () -> Completing.check(event, assessedOn(), streams));
    }

    @CommandHandler
    Answer handle(RequestReview command, Clock clock, Reminders reminders) {
        TransgressionReported reported = reported();
        if (command.by().role() == Role.OFFICER && !command.by().isOfficer(reported.officerId())) {
            throw Refusal.forbidden("An officer may ask for a review of their own case only.");
        }
        LocalDate requestedOn =
                latestChange instanceof ReviewRequested earlier ? earlier.requestedOn() : LondonTime.today(clock);
        ReviewRequested event = new ReviewRequested(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                requestedOn,
                command.reviewRequest().reason());
        return change("review-request", event, () -> callOffClock(reminders));
    }

    @CommandHandler
    Answer handle(DecideReview command, Clock clock, WorkingDays workingDays, Reminders reminders) {
        TransgressionCommand.ReviewDecision given = command.decision();
        refuseHalfDecided(given);
        if (latestChange instanceof ReviewDecided earlier && saysTheSame(earlier, given)) {
            return answerOf(nameOf(earlier));
        }
        TransgressionReported reported = reported();
        LocalDate moved = movedDueBy(LondonTime.today(clock), workingDays);
        ReviewDecided event = new ReviewDecided(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                given.upheld(),
                given.upheld() ? response : given.response(),
                given.reason(),
                moved);
        return change("review-decision", event, () -> {
            independence().toReview(command.by());
            if (moved != null) {
                remind(
                        reminders,
                        beforeReview == TransgressionState.ASSESSED ? CaseReminders.NOTICE : CaseReminders.ANSWER,
                        moved);
            }
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
        if (state == TransgressionState.ASSESSED || state == TransgressionState.NOTIFIED) {
            throw Refusal.rule(
                    "notice-required",
                    "A breach is closed only after the officer was told which clause, why, and what good looks like,"
                            + " and has answered or let the time for it pass.");
        }
        return change("closure", event, () -> {});
    }

    @CommandHandler
    Answer handle(WithdrawTransgression command, Reminders reminders) {
        TransgressionReported reported = reported();
        TransgressionWithdrawn event = new TransgressionWithdrawn(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                command.withdrawal().reason());
        return change("withdrawal", event, () -> callOffClock(reminders));
    }

    @CommandHandler
    Answer handle(ReopenTransgression command) {
        TransgressionReported reported = reported();
        TransgressionReopened event = new TransgressionReopened(
                command.transgressionId(),
                reported.officerId(),
                reported.accountId(),
                command.reopening().reason());
        return change("reopening", event, () -> independence().toReopen(command.by()));
    }

    @CommandHandler
    Answer handle(NoteNoticeOverdue command) {
        TransgressionReported reported = reported();
        boolean overdue =
                state == TransgressionState.ASSESSED && command.noticeBy().equals(dueBy);
        NoticeOverdue event = new NoticeOverdue(
                command.transgressionId(), reported.officerId(), reported.accountId(), command.noticeBy());
        return overdue ? recordOnce(event, () -> {}) : unchanged();
    }

    @CommandHandler
    Answer handle(NoteAnswerWindowLapsed command) {
        TransgressionReported reported = reported();
        boolean lapsed =
                state == TransgressionState.NOTIFIED && command.answerBy().equals(dueBy);
        AnswerWindowLapsed event = new AnswerWindowLapsed(
                command.transgressionId(), reported.officerId(), reported.accountId(), command.answerBy());
        return lapsed ? recordOnce(event, () -> {}) : unchanged();
    }

    /** A step of the life cycle; the same command as the latest step again is a retry and is answered as that was. */
    private Answer change(String command, TransgressionEvent event, Runnable rules) {
        if (event.equals(latestChange)) {
            return answerOf(nameOf(event));
        }
        return record(event, () -> {
            require(command);
            rules.run();
        });
    }

    private void require(String command) {
        if (!state.allows(command)) {
            boolean closed = state == TransgressionState.CLOSED;
            throw closed
                    ? Closed.refusal(reported().transgressionId(), state.allowed())
                    : NotAllowed.inState(
                            "transgression '%s'".formatted(reported().transgressionId()), state, state.allowed());
        }
    }

    private Independence independence() {
        return new Independence(reported().officerId(), Map.copyOf(hands));
    }

    private Answer unchanged() {
        return new Answer(reported().transgressionId(), version());
    }

    private LocalDate assessedOn() {
        return assessment == null ? LocalDate.MIN : assessment.assessedOn();
    }

    private void remind(Reminders reminders, String kind, LocalDate by) {
        reminders.set(LondonTime.endOf(by), kind, reported().transgressionId(), by.toString());
    }

    private void callOffClock(Reminders reminders) {
        if (dueBy != null) {
            String id = reported().transgressionId();
            String kind = state == TransgressionState.ASSESSED ? CaseReminders.NOTICE : CaseReminders.ANSWER;
            reminders.callOff(kind, id, dueBy.toString());
        }
    }

    /** Time under review does not count: the clock that ran goes on with as many working days as it had left. */
    private @Nullable LocalDate movedDueBy(LocalDate today, WorkingDays workingDays) {
        if (dueBy == null || review == null) {
            return null;
        }
        int left = workingDays.between(review.requestedOn(), dueBy);
        return workingDays.after(today, left);
    }

    private static void refuseHalfDecided(TransgressionCommand.ReviewDecision given) {
        if (!given.upheld() && given.response() == null) {
            throw Refusal.invalid(List.of(Violation.at("/response", "must be given where it is not upheld")));
        }
        if (given.upheld() && given.response() != null) {
            throw Refusal.invalid(List.of(Violation.at("/response", "must be left out where it is upheld")));
        }
    }

    private static boolean saysTheSame(ReviewDecided earlier, TransgressionCommand.ReviewDecision given) {
        return earlier.upheld() == given.upheld()
                && earlier.reason().equals(given.reason())
                && (given.upheld() || earlier.response() == given.response());
    }

    private TransgressionReported reported() {
        if (report == null) {
            throw new IllegalStateException("A transgression starts with a report");
        }
        return report;
    }

    @Override
    protected void evolve(TransgressionEvent event) {
        latestChange = event;
        switch (event) {
            case TransgressionReported reported -> report = reported;
            case TransgressionAssessed assessed -> {
                assessment = assessed;
                response = assessed.response();
                dueBy = assessed.noticeBy();
                state = assessed.breach() ? TransgressionState.ASSESSED : TransgressionState.EXPLAINED;
            }
            case OfficerNotified notified -> {
                dueBy = notified.answerBy();
                state = TransgressionState.NOTIFIED;
            }
            case OfficerAnswered answered -> told(TransgressionState.ANSWERED);
            case AnswerWindowLapsed lapsed -> told(TransgressionState.LAPSED);
            case NoticeOverdue overdue -> {}
            case ResponseCompleted completed -> state = TransgressionState.COMPLETED;
            case ReviewRequested requested -> {
                review = requested;
                beforeReview = state;
                state = TransgressionState.UNDER_REVIEW;
            }
            case ReviewDecided decided -> decided(decided);
            case TransgressionWithdrawn withdrawn -> state = TransgressionState.WITHDRAWN;
            case TransgressionClosed closed -> state = TransgressionState.CLOSED;
            case TransgressionReopened reopened -> {
                state = TransgressionState.REOPENED;
                response = null;
                dueBy = null;
            }
        }
        rememberHand(event);
    }

    private void told(TransgressionState how) {
        toldState = how;
        dueBy = null;
        state = how;
    }

    private void decided(ReviewDecided decided) {
        boolean replaced = !decided.upheld();
        response = decided.response();
        dueBy = decided.dueBy();
        // What was completed was the response that no longer holds: the new one is yet to be done.
        state = replaced && beforeReview == TransgressionState.COMPLETED ? toldState : beforeReview;
    }

    private void rememberHand(TransgressionEvent event) {
        String actor = actorOf(nameOf(event));
        if (actor != null) {
            if (event instanceof TransgressionReported) {
                hands.put("reported", actor);
            } else if (event instanceof TransgressionAssessed) {
                hands.put("assessed", actor);
            } else if (event instanceof ReviewDecided) {
                hands.put("reviewed", actor);
            }
        }
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
        };
    }

    private static Post evidence(TransgressionCommand.ReportedPost post) {
        return new Post(post.text(), post.url(), sha256(post.text()));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
