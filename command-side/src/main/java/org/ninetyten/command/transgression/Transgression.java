package org.ninetyten.command.transgression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private final Map<Independence.Hand, Set<String>> hands = new EnumMap<>(Independence.Hand.class);

    /** The latest of each step since it was opened, by command. */
    private final Map<String, TransgressionEvent> steps = new HashMap<>();

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
        TransgressionCommand.Assessment given = command.assessment();
        return step("assessment", earlier -> Assessing.saysTheSame(given, earlier), () -> {
            independence().toAssess(command.by());
            PolicyVersionPublished version = JudgedBy.version(reported().pinned(), streams);
            TransgressionAssessed event =
                    Assessing.assess(given, reported(), version, LondonTime.today(clock), workingDays);
            if (event.noticeBy() != null) {
                remind(reminders, CaseReminders.NOTICE, event.noticeBy());
            }
            return event;
        });
    }

    @CommandHandler
    Answer handle(NotifyOfficer command, Clock clock, Streams streams, WorkingDays workingDays, Reminders reminders) {
        TransgressionCommand.Notice given = command.notice();
        return step("notice", earlier -> saysTheSame(earlier, given), () -> {
            PolicyVersionPublished version = JudgedBy.version(reported().pinned(), streams);
            Judgement.refuseUnknownClauses(given.clauseIds(), version);
            refuseClausesNotBroken(given.clauseIds());
            LocalDate today = LondonTime.today(clock);
            LocalDate answerBy =
                    workingDays.after(today, version.content().obligations().answerWithinWorkingDays());
            callOffClock(reminders);
            remind(reminders, CaseReminders.ANSWER, answerBy);
            return new OfficerNotified(
                    command.transgressionId(),
                    reported().officerId(),
                    reported().accountId(),
                    today,
                    given.clauseIds(),
                    given.why(),
                    given.whatGoodLooksLike(),
                    answerBy);
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
            callOffClock(reminders);
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
                && allowed().contains("completion");
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
                    callOffClock(reminders);
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
        return step("review-decision", earlier -> saysTheSame(earlier, given), () -> {
            independence().toReview(command.by());
            refuseHalfDecided(given);
            LocalDate moved = movedDueBy(LondonTime.today(clock), workingDays);
            if (moved != null) {
                boolean toBeTold = beforeReview == TransgressionState.ASSESSED;
                remind(reminders, toBeTold ? CaseReminders.NOTICE : CaseReminders.ANSWER, moved);
            }
            return new ReviewDecided(
                    command.transgressionId(),
                    reported().officerId(),
                    reported().accountId(),
                    given.upheld(),
                    given.upheld() ? response : given.response(),
                    given.reason(),
                    moved);
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
            callOffClock(reminders);
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
            independence().toReopen(command.by());
            return event;
        });
    }

    @CommandHandler
    Answer handle(NoteNoticeOverdue command) {
        TransgressionReported reported = reported();
        boolean overdue =
                state == TransgressionState.ASSESSED && command.noticeBy().equals(dueBy);
        NoticeOverdue event = new NoticeOverdue(
                command.transgressionId(), reported.officerId(), reported.accountId(), command.noticeBy());
        boolean noted = event.equals(latest(nameOf(event)));
        return overdue && !noted ? record(event, () -> {}) : unchanged();
    }

    @CommandHandler
    Answer handle(NoteAnswerWindowLapsed command) {
        TransgressionReported reported = reported();
        boolean lapsed =
                state == TransgressionState.NOTIFIED && command.answerBy().equals(dueBy);
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
        TransgressionEvent earlier = steps.get(command);
        if (earlier != null && !allowed().contains(command) && saysTheSame.test(earlier)) {
            return answerOf(command);
        }
        return record(() -> {
            refuseUnlessAllowed(command);
            return decision.get();
        });
    }

    private void refuseUnlessAllowed(String command) {
        List<String> allowed = allowed();
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
        if (command.equals("closure") && isYetToBeHeard()) {
            throw Refusal.rule(
                    "notice-required",
                    "A breach is closed only after the officer was told which clause, why, and what good looks like,"
                            + " and has answered or let the time for it pass.",
                    facts);
        }
        throw NotAllowed.inState("transgression '%s'".formatted(id), state, allowed);
    }

    private boolean isYetToBeHeard() {
        return state == TransgressionState.ASSESSED || state == TransgressionState.NOTIFIED;
    }

    private List<String> allowed() {
        return LifeCycle.allowed(state, response);
    }

    private Independence independence() {
        return new Independence(reported().officerId(), hands);
    }

    private Answer unchanged() {
        return new Answer(reported().transgressionId(), version());
    }

    private Response holding() {
        return response == null ? Response.NO_ACTION : response;
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

    /**
     * Time under review does not count: the clock that ran goes on with as many working days as it had left. One that
     * had run out before stays so.
     */
    private @Nullable LocalDate movedDueBy(LocalDate today, WorkingDays workingDays) {
        if (dueBy == null || review == null || dueBy.isBefore(review.requestedOn())) {
            return dueBy;
        }
        int left = workingDays.between(review.requestedOn(), dueBy);
        return left == 0 ? workingDays.onOrAfter(today) : workingDays.after(today, left);
    }

    private void refuseClausesNotBroken(List<String> clauseIds) {
        List<String> broken = assessment == null ? List.of() : assessment.clauseIds();
        for (String clauseId : clauseIds) {
            if (!broken.contains(clauseId)) {
                throw Refusal.rule(
                        "clause-not-broken",
                        "The assessment does not say that the clause '%s' was broken; it names %s."
                                .formatted(clauseId, String.join(", ", broken)));
            }
        }
    }

    private static void refuseHalfDecided(TransgressionCommand.ReviewDecision given) {
        if (!given.upheld() && given.response() == null) {
            throw Refusal.invalid(List.of(Violation.at("/response", "must be given where it is not upheld")));
        }
        if (given.upheld() && given.response() != null) {
            throw Refusal.invalid(List.of(Violation.at("/response", "must be left out where it is upheld")));
        }
    }

    private static boolean saysTheSame(TransgressionEvent earlier, TransgressionCommand.Notice given) {
        return earlier instanceof OfficerNotified notified
                && notified.clauseIds().equals(given.clauseIds())
                && notified.why().equals(given.why())
                && notified.whatGoodLooksLike().equals(given.whatGoodLooksLike());
    }

    private static boolean saysTheSame(TransgressionEvent earlier, TransgressionCommand.ReviewDecision given) {
        return earlier instanceof ReviewDecided decided
                && decided.upheld() == given.upheld()
                && decided.reason().equals(given.reason())
                && (given.upheld() ? given.response() == null : decided.response() == given.response());
    }

    private TransgressionReported reported() {
        if (report == null) {
            throw new IllegalStateException("A transgression starts with a report");
        }
        return report;
    }

    @Override
    protected void evolve(TransgressionEvent event) {
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
                steps.clear();
            }
        }
        steps.put(nameOf(event), event);
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
        switch (event) {
            case TransgressionReported reported -> {
                remember(Independence.Hand.REPORTED, actor);
                remember(Independence.Hand.REPORTED, reported.reportedBy());
            }
            case TransgressionAssessed assessed -> remember(Independence.Hand.ASSESSED, actor);
            case ReviewDecided decided -> remember(Independence.Hand.REVIEWED, actor);
            default -> {}
        }
    }

    private void remember(Independence.Hand hand, @Nullable String actor) {
        if (actor != null) {
            hands.computeIfAbsent(hand, nobody -> new HashSet<>()).add(actor);
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
