package org.ninetyten.command.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.ChangePurpose;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.account.AccountCommand.ReviewAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.account.AccountCommand.TransferAccount;
import org.ninetyten.command.account.AuthorisationRules.Grounds;
import org.ninetyten.command.account.PostCommand.CommendPost;
import org.ninetyten.command.account.PostCommand.SamplePosts;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.NotAllowed;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountReviewed;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.account.AccountEvent.PurposeChanged;

/** One handle on one platform, from its request to its closure. */
@Aggregate(type = "Account", cache = EventSourced.REMEMBERED)
class Account extends EventSourced<AccountEvent> {

    private static final String REQUEST = "request";
    private static final String AUTHORISATION = "authorisation";
    private static final String TRANSFER = "transfer";

    private static final Set<AccountState> IN_USE = Set.of(AccountState.AUTHORISED, AccountState.SUSPENDED);

    private @Nullable AccountRequested request;
    private @Nullable AccountState state;
    private @Nullable AccountEvent latestChange;

    private final WhoPosts posters = new WhoPosts();
    private final Suspensions suspensions = new Suspensions();

    Account() {
        super(AccountEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RequestAccount command, Clock clock, Streams streams, Handles handles) {
        Days.refuseFuture("/openedOn", command.account().openedOn(), clock);
        Requesting.checkForm(command);
        AccountRequested event = Requesting.event(command, openedOn(command.account(), clock));
        return recordOnce(event, () -> Requesting.check(event, streams, handles));
    }

    @CommandHandler
    Answer handle(AuthoriseAccount command, Clock clock, Streams streams) {
        if (latest(AUTHORISATION) != null) {
            return answerOf(AUTHORISATION);
        }
        return record(() -> {
            requireState(Set.of(AccountState.REQUESTED));
            return groundsOf(requested().holderId(), LondonTime.today(clock), streams)
                    .authorised(command.accountId());
        });
    }

    @CommandHandler
    Answer handle(RefuseAccount command, Handles handles) {
        AccountRefused event =
                new AccountRefused(command.accountId(), command.refusal().reason());
        return change(event, Set.of(AccountState.REQUESTED), () -> handles.release(command.accountId()));
    }

    @CommandHandler
    Answer handle(SuspendAccount command, Clock clock, Reminders reminders) {
        LocalDate until = command.suspension().until();
        AccountSuspended event =
                new AccountSuspended(command.accountId(), command.suspension().reason(), until, null);
        return change(event, Set.of(AccountState.AUTHORISED), () -> {
            // Only where it is new: a retry after its last day is still a retry.
            Suspensions.refuseEndBefore(LondonTime.today(clock), until);
            Suspensions.remindOfEnd(event, reminders);
        });
    }

    @CommandHandler
    Answer handle(ReinstateAccount command, Reminders reminders) {
        AccountReinstated event = new AccountReinstated(
                command.accountId(), command.reinstatement().reason(), null);
        return change(event, Set.of(AccountState.SUSPENDED), () -> suspensions.callOffEnds(reminders));
    }

    @CommandHandler
    Answer handle(CloseAccount command, Handles handles, Reminders reminders) {
        AccountClosed event =
                new AccountClosed(command.accountId(), command.closure().reason());
        return change(event, IN_USE, () -> {
            handles.release(command.accountId());
            suspensions.callOffEnds(reminders);
        });
    }

    @CommandHandler
    Answer handle(ChangePurpose command) {
        AccountCommand.Purpose given = command.purpose();
        PurposeChanged event =
                new PurposeChanged(command.accountId(), given.purpose(), given.audience(), given.reason());
        return recordChange(event, () -> requireState(IN_USE));
    }

    @CommandHandler
    Answer handle(ReviewAccount command, Clock clock) {
        AccountCommand.Review given = command.review();
        Days.refuseFuture("/reviewedOn", given.reviewedOn(), clock);
        return recordOnce(new AccountReviewed(command.accountId(), given.reviewedOn(), given.note()), () -> {
            requireState(IN_USE);
            refuseReviewBefore(requested().openedOn(), given.reviewedOn());
        });
    }

    @CommandHandler
    Answer handle(TransferAccount command, Clock clock, Streams streams) {
        AccountCommand.Transfer given = command.transfer();
        if (latest(TRANSFER) instanceof AccountTransferred earlier
                && earlier.holderId().equals(given.holderId())
                && earlier.reason().equals(given.reason())) {
            return answerOf(TRANSFER);
        }
        return record(() -> {
            requireState(IN_USE);
            posters.refuseWhoHoldsAlready(given.holderId());
            return groundsOf(given.holderId(), LondonTime.today(clock), streams)
                    .transferred(command.accountId(), posters.lastHolder(), given.reason());
        });
    }

    @CommandHandler
    Answer handle(AddOperator command, Clock clock, Streams streams) {
        String officerId = command.operator().officerId();
        LocalDate stated = command.operator().from();
        Days.refuseFuture("/from", stated, clock);
        OperatorAdded earlier = posters.operator(officerId);
        // Left out, it is today; a retry after midnight that leaves it out still means the day it was first taken for.
        if (earlier != null && (stated == null || stated.equals(earlier.from()))) {
            return answerOf(operator(officerId));
        }
        LocalDate today = LondonTime.today(clock);
        LocalDate from = stated == null ? today : stated;
        return record(() -> {
            requireState(Set.of(AccountState.AUTHORISED));
            posters.refuseWhoMayPostAlready(officerId);
            WhoPosts.refuseBeforeItWasOpened(from, requested());
            return groundsOf(officerId, today, streams).added(command.accountId(), from);
        });
    }

    @CommandHandler
    Answer handle(RemoveOperator command, Clock clock) {
        String officerId = command.officerId();
        if (latest(operator(officerId)) instanceof OperatorRemoved) {
            return answerOf(operator(officerId));
        }
        return record(new OperatorRemoved(command.accountId(), officerId, LondonTime.today(clock)), () -> {
            requireAllowed("operators/{officerId}");
            posters.refuseNoOperator(officerId, command.accountId());
        });
    }

    @CommandHandler
    Answer handle(CommendPost command, Clock clock, Streams streams) {
        Days.refuseFuture("/postedAt", command.commendation().postedAt(), clock);
        AccountRecord account = WhoMayPost.account(command.accountId(), streams);
        PostCommended event = ReadPosts.commended(
                command, account, latest(commendation(command.commendation().commendationId())));
        return recordOnce(event, () -> {
            requireAllowed("commendations");
            ReadPosts.refusePostOfNoAccount(event, account);
        });
    }

    @CommandHandler
    Answer handle(SamplePosts command, Clock clock, Streams streams) {
        Days.refuseFuture("/sampledOn", command.sample().sampledOn(), clock);
        PostsSampled event = ReadPosts.sampled(command);
        return recordOnce(event, () -> {
            requireAllowed("dip-samples");
            ReadPosts.refuseSampleOfNoAccount(event, WhoMayPost.account(command.accountId(), streams));
        });
    }

    @CommandHandler
    Answer handle(EndPostingOfLeaver command) {
        String officerId = command.officerId();
        if (posters.isHolder(officerId) && (isInUse() || state == AccountState.REQUESTED)) {
            return record(new HolderLeft(command.accountId(), officerId, command.leftOn()), () -> {});
        }
        if (posters.operator(officerId) != null && isInUse()) {
            return record(new OperatorRemoved(command.accountId(), officerId, command.leftOn()), () -> {});
        }
        return unchanged();
    }

    @CommandHandler
    Answer handle(SuspendForCase command) {
        AccountSuspended event =
                new AccountSuspended(command.accountId(), SuspendForCase.REASON, null, command.transgressionId());
        return isInUse() && !suspensions.hasAny(one -> Suspensions.isFor(one, command.transgressionId()))
                ? record(event, () -> {})
                : unchanged();
    }

    @CommandHandler
    Answer handle(LiftSuspensionForCase command, Clock clock) {
        String transgressionId = command.transgressionId();
        return lift(
                suspension -> Suspensions.isFor(suspension, transgressionId),
                new AccountReinstated(command.accountId(), LiftSuspensionForCase.REASON, transgressionId),
                clock);
    }

    @CommandHandler
    Answer handle(LiftSuspensionWhenOver command, Clock clock) {
        Days.requireOver(command.until(), clock);
        return lift(
                suspension -> command.until().equals(suspension.until()),
                new AccountReinstated(command.accountId(), command.reason(), null),
                clock);
    }

    private Answer lift(Predicate<AccountSuspended> which, AccountReinstated event, Clock clock) {
        if (!suspensions.hasAny(which)) {
            return unchanged();
        }
        List<AccountSuspended> remaining = suspensions.without(which, LondonTime.today(clock));
        Answer answer = record(event, () -> {});
        // Reinstated means in use again. What else it is suspended for suspends it at once, and says so.
        for (AccountSuspended suspension : remaining) {
            answer = record(suspension, () -> {});
        }
        return answer;
    }

    private Grounds groundsOf(String officerId, LocalDate today, Streams streams) {
        return AuthorisationRules.groundsOn(today, officerId, requested().policyId(), streams);
    }

    private boolean isInUse() {
        return state != null && IN_USE.contains(state);
    }

    private Answer unchanged() {
        return new Answer(requested().accountId(), version());
    }

    /** A change of state; the same command as the latest change again is a retry and is answered as that was. */
    private Answer change(AccountEvent event, Set<AccountState> from, Runnable effects) {
        if (event.equals(latestChange)) {
            return answerOf(nameOf(event));
        }
        return record(event, () -> {
            requireState(from);
            effects.run();
        });
    }

    private void requireState(Set<AccountState> required) {
        if (state == null || !required.contains(state)) {
            throw notAllowed();
        }
    }

    private void requireAllowed(String command) {
        if (state == null || !state.allowed().contains(command)) {
            throw notAllowed();
        }
    }

    private Refusal notAllowed() {
        AccountState now = state;
        if (now == null) {
            throw new IllegalStateException("An account starts with a request");
        }
        return NotAllowed.inState("account '%s'".formatted(requested().accountId()), now, now.allowed());
    }

    private AccountRequested requested() {
        if (request == null) {
            throw new IllegalStateException("An account starts with a request");
        }
        return request;
    }

    private static void refuseReviewBefore(LocalDate openedOn, LocalDate reviewedOn) {
        if (reviewedOn.isBefore(openedOn)) {
            throw Refusal.invalid(
                    "reviewed-before-account",
                    "The account was opened on %s; nobody can have reviewed it before.".formatted(openedOn),
                    Violation.at("/reviewedOn", "must not be before " + openedOn));
        }
    }

    /** Left out, it is today; a retry after midnight that leaves it out still means the day it was first taken for. */
    private LocalDate openedOn(AccountCommand.Account given, Clock clock) {
        LocalDate stated = given.openedOn();
        if (stated != null) {
            return stated;
        }
        return request == null ? LondonTime.today(clock) : request.openedOn();
    }

    @Override
    protected void evolve(AccountEvent event) {
        switch (event) {
            case AccountRequested requested -> {
                request = requested;
                posters.requested(requested);
                nowIn(AccountState.REQUESTED, event);
            }
            case AccountAuthorised authorised -> nowIn(AccountState.AUTHORISED, event);
            case AccountRefused refused -> nowIn(AccountState.REFUSED, event);
            case AccountSuspended suspended -> {
                suspensions.add(suspended);
                nowIn(AccountState.SUSPENDED, event);
            }
            case AccountReinstated reinstated -> {
                suspensions.clear();
                nowIn(AccountState.AUTHORISED, event);
            }
            case AccountClosed closed -> {
                suspensions.clear();
                nowIn(AccountState.CLOSED, event);
            }
            case OperatorAdded added -> posters.added(added);
            case OperatorRemoved removed -> posters.removed(removed);
            case PurposeChanged purpose -> {}
            case AccountTransferred transferred -> posters.transferred(transferred);
            case HolderLeft left -> posters.left(left);
            case AccountReviewed reviewed -> {}
            case PostCommended commended -> {}
            case PostsSampled sampled -> {}
        }
    }

    private void nowIn(AccountState newState, AccountEvent change) {
        state = newState;
        latestChange = change;
    }

    @Override
    protected String nameOf(AccountEvent event) {
        return switch (event) {
            case AccountRequested requested -> REQUEST;
            case AccountAuthorised authorised -> AUTHORISATION;
            case AccountRefused refused -> "refusal";
            case AccountSuspended suspended -> "suspension";
            case AccountReinstated reinstated -> "reinstatement";
            case AccountClosed closed -> "closure";
            case OperatorAdded added -> operator(added.officerId());
            case OperatorRemoved removed -> operator(removed.officerId());
            case PurposeChanged purpose -> "purpose";
            case AccountTransferred transferred -> TRANSFER;
            case HolderLeft left -> "holder-left";
            case AccountReviewed reviewed -> "review:" + reviewed.reviewedOn();
            case PostCommended commended -> commendation(commended.commendationId());
            case PostsSampled sampled -> "dip-sample:" + sampled.sampleId();
        };
    }

    private static String commendation(String commendationId) {
        return "commendation:" + commendationId;
    }

    private static String operator(String officerId) {
        return "operator:" + officerId;
    }
}
