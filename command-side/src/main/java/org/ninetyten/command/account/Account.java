package org.ninetyten.command.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.account.AuthorisationRules.Grounds;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.NotAllowed;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;

/** One handle on one platform, from its request to its closure. */
@Aggregate(type = "Account", cache = EventSourced.REMEMBERED)
class Account extends EventSourced<AccountEvent> {

    private static final String REQUEST = "request";
    private static final String AUTHORISATION = "authorisation";

    private @Nullable AccountRequested request;
    private @Nullable AccountState state;
    private @Nullable AccountEvent latestChange;

    /** What it is suspended for now, oldest first: it may be for more than one reason. */
    private final List<AccountSuspended> suspensions = new ArrayList<>();

    Account() {
        super(AccountEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RequestAccount command, Clock clock, Streams streams, Handles handles) {
        AccountCommand.Account given = command.account();
        Days.refuseFuture("/openedOn", given.openedOn(), clock);
        Handles.requireKey("/platform", given.platform());
        Handles.requireKey("/handle", given.handle());
        if (command.by().role() == Role.OFFICER && !command.by().isOfficer(given.holderId())) {
            throw Refusal.forbidden("An officer may request an account only for themselves.");
        }
        AccountRequested event = new AccountRequested(
                command.accountId(),
                given.platform(),
                given.handle(),
                given.purpose(),
                given.audience(),
                given.holderId(),
                given.policyId(),
                openedOn(given, clock));
        return recordOnce(event, () -> {
            refuseUnknown(streams, Subject.OFFICER, given.holderId());
            refuseUnknown(streams, Subject.POLICY, given.policyId());
            if (!handles.take(given.platform(), given.handle(), command.accountId())) {
                throw Refusal.rule(
                        "handle-taken",
                        "There is an open account with the handle '%s' on %s already."
                                .formatted(given.handle(), given.platform()));
            }
        });
    }

    @CommandHandler
    Answer handle(AuthoriseAccount command, Clock clock, Streams streams) {
        if (latest(AUTHORISATION) != null) {
            return answerOf(AUTHORISATION);
        }
        return record(() -> {
            requireState(AccountState.REQUESTED);
            AccountRequested requested = requested();
            LocalDate today = LondonTime.today(clock);
            Grounds grounds = AuthorisationRules.groundsOn(today, requested.holderId(), requested.policyId(), streams);
            return new AccountAuthorised(
                    command.accountId(),
                    requested.holderId(),
                    today,
                    requested.policyId(),
                    grounds.policyVersion(),
                    grounds.acknowledgedVersion(),
                    grounds.trainingId(),
                    grounds.trainingValidUntil());
        });
    }

    @CommandHandler
    Answer handle(RefuseAccount command, Handles handles) {
        AccountRefused event =
                new AccountRefused(command.accountId(), command.refusal().reason());
        return change(event, Set.of(AccountState.REQUESTED), () -> handles.release(command.accountId()));
    }

    @CommandHandler
    Answer handle(SuspendAccount command, Clock clock) {
        LocalDate until = command.suspension().until();
        AccountSuspended event =
                new AccountSuspended(command.accountId(), command.suspension().reason(), until, null);
        // Only where it is new: a retry after its last day is still a retry.
        return change(event, Set.of(AccountState.AUTHORISED), () -> refuseEndBefore(LondonTime.today(clock), until));
    }

    @CommandHandler
    Answer handle(ReinstateAccount command) {
        AccountReinstated event = new AccountReinstated(
                command.accountId(), command.reinstatement().reason(), null);
        return change(event, Set.of(AccountState.SUSPENDED), () -> {});
    }

    @CommandHandler
    Answer handle(CloseAccount command, Handles handles) {
        AccountClosed event =
                new AccountClosed(command.accountId(), command.closure().reason());
        return change(
                event,
                Set.of(AccountState.AUTHORISED, AccountState.SUSPENDED),
                () -> handles.release(command.accountId()));
    }

    @CommandHandler
    Answer handle(AddOperator command, Clock clock, Streams streams) {
        String officerId = command.operator().officerId();
        LocalDate stated = command.operator().from();
        Days.refuseFuture("/from", stated, clock);
        // Left out, it is today; a retry after midnight that leaves it out still means the day it was first taken for.
        if (latest(operator(officerId)) instanceof OperatorAdded earlier
                && (stated == null || stated.equals(earlier.from()))) {
            return answerOf(operator(officerId));
        }
        LocalDate from = stated == null ? LondonTime.today(clock) : stated;
        return record(() -> {
            requireState(AccountState.AUTHORISED);
            refuseWhoMayPostAlready(officerId);
            AccountRequested requested = requested();
            refuseBeforeItWasOpened(from, requested);
            Grounds grounds =
                    AuthorisationRules.groundsOn(LondonTime.today(clock), officerId, requested.policyId(), streams);
            return new OperatorAdded(
                    command.accountId(),
                    officerId,
                    from,
                    requested.policyId(),
                    grounds.policyVersion(),
                    grounds.acknowledgedVersion(),
                    grounds.trainingId(),
                    grounds.trainingValidUntil());
        });
    }

    @CommandHandler
    Answer handle(RemoveOperator command, Clock clock) {
        String officerId = command.officerId();
        if (latest(operator(officerId)) instanceof OperatorRemoved) {
            return answerOf(operator(officerId));
        }
        return record(new OperatorRemoved(command.accountId(), officerId, LondonTime.today(clock)), () -> {
            if (state != AccountState.AUTHORISED && state != AccountState.SUSPENDED) {
                throw notAllowed();
            }
            if (latest(operator(officerId)) == null) {
                throw Refusal.notFound(
                        "no-such-operator",
                        "There is no operator '%s' of the account '%s'.".formatted(officerId, command.accountId()));
            }
        });
    }

    @CommandHandler
    Answer handle(SuspendForCase command) {
        AccountSuspended event =
                new AccountSuspended(command.accountId(), SuspendForCase.REASON, null, command.transgressionId());
        boolean inUse = state == AccountState.AUTHORISED || state == AccountState.SUSPENDED;
        return inUse && !suspensions.contains(event) ? record(event, () -> {}) : unchanged();
    }

    @CommandHandler
    Answer handle(LiftSuspensionForCase command, Clock clock) {
        String lifted = command.transgressionId();
        if (suspensions.stream().noneMatch(suspension -> lifted.equals(suspension.transgressionId()))) {
            return unchanged();
        }
        List<AccountSuspended> remaining = suspensions.stream()
                .filter(suspension -> !lifted.equals(suspension.transgressionId()))
                .filter(suspension -> isInForceOn(LondonTime.today(clock), suspension))
                .toList();
        Answer answer =
                record(new AccountReinstated(command.accountId(), LiftSuspensionForCase.REASON, lifted), () -> {});
        // Reinstated means in use again. What else it is suspended for suspends it at once, and says so.
        for (AccountSuspended suspension : remaining) {
            answer = record(suspension, () -> {});
        }
        return answer;
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
            if (state == null || !from.contains(state)) {
                throw notAllowed();
            }
            effects.run();
        });
    }

    private void requireState(AccountState required) {
        if (state != required) {
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

    private void refuseWhoMayPostAlready(String officerId) {
        if (officerId.equals(requested().holderId())) {
            throw Refusal.rule(
                    "operator-is-holder",
                    "Officer '%s' holds the account, and so may post with it already.".formatted(officerId));
        }
        if (latest(operator(officerId)) instanceof OperatorAdded since) {
            throw Refusal.rule(
                    "already-operator",
                    "Officer '%s' has been an operator of the account since %s.".formatted(officerId, since.from()));
        }
    }

    private static void refuseBeforeItWasOpened(LocalDate from, AccountRequested requested) {
        if (from.isBefore(requested.openedOn())) {
            throw Refusal.invalid(
                    "operator-before-account",
                    "The account was opened on %s; nobody can have posted with it before."
                            .formatted(requested.openedOn()),
                    Violation.at("/from", "must not be before " + requested.openedOn()));
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

    private static boolean isInForceOn(LocalDate today, AccountSuspended suspension) {
        LocalDate until = suspension.until();
        return until == null || !until.isBefore(today);
    }

    private static void refuseEndBefore(LocalDate today, @Nullable LocalDate until) {
        if (until != null && until.isBefore(today)) {
            throw Refusal.invalid(
                    "invalid",
                    "A suspension cannot end before it begins.",
                    Violation.at("/until", "must not be in the past"));
        }
    }

    private static void refuseUnknown(Streams streams, Subject subject, String id) {
        if (!streams.has(subject, id)) {
            throw Refusal.rule("no-such-" + subject.word(), "There is no %s '%s'.".formatted(subject.word(), id));
        }
    }

    @Override
    protected void evolve(AccountEvent event) {
        switch (event) {
            case AccountRequested requested -> {
                request = requested;
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
            case AccountClosed closed -> nowIn(AccountState.CLOSED, event);
            // Who operates it is what was recorded last under their name.
            case OperatorAdded added -> {}
            case OperatorRemoved removed -> {}
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
        };
    }

    private static String operator(String officerId) {
        return "operator:" + officerId;
    }
}
