package org.ninetyten.query.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
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
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.accounts.AccountView.Because;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.springframework.stereotype.Component;

/** Folds an account's events into how it stands. */
@Component
class AccountProjection extends StateProjection<AccountEvent, AccountView> {

    AccountProjection(StateTable<AccountView> accounts) {
        super("accounts", Subject.ACCOUNT, AccountEvent.class, accounts);
    }

    @Override
    protected AccountView evolve(@Nullable AccountView view, AccountEvent event, RecordedEvent recorded) {
        return event instanceof AccountRequested requested
                ? requested(requested, recorded)
                : changed(AccountChange.of(existing(view, event)), event, recorded)
                        .at(recorded.version());
    }

    private static AccountChange changed(AccountChange view, AccountEvent event, RecordedEvent recorded) {
        return switch (event) {
            case AccountRequested e -> view;
            case AccountAuthorised e -> view.authorised(authorised(e, recorded));
            case AccountRefused e -> view.refused(because(e.reason(), recorded));
            case AccountSuspended e -> view.suspended(suspended(e, recorded));
            case AccountReinstated e -> view.reinstated(because(e.reason(), recorded));
            case AccountClosed e -> view.closed(because(e.reason(), recorded), LondonTime.dayOf(recorded.recordedAt()));
            case OperatorAdded e -> view.with(operator(e, recorded));
            case OperatorRemoved e -> view.withoutOperator(e.officerId(), e.removedOn());
            case PurposeChanged e -> view.purpose(e.purpose(), e.audience());
            case AccountTransferred e -> view.transferred(e.holderId(), e.transferredOn());
            case HolderLeft e -> view.withoutHolder(e.leftOn());
            case AccountReviewed e -> view.with(review(e, recorded));
            case PostCommended e -> view;
            case PostsSampled e -> view;
        };
    }

    private static AccountView requested(AccountRequested e, RecordedEvent recorded) {
        return new AccountView(
                e.accountId(),
                recorded.version(),
                e.platform(),
                e.handle(),
                e.purpose(),
                e.audience(),
                e.holderId(),
                e.policyId(),
                e.openedOn(),
                AccountView.State.REQUESTED,
                recorded.recordedAt(),
                recorded.provenance().actorId(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new AccountView.Holder(e.holderId(), e.openedOn(), null)),
                null,
                null,
                List.of());
    }

    private static AccountView.Review review(AccountReviewed e, RecordedEvent recorded) {
        return new AccountView.Review(
                e.reviewedOn(),
                e.note(),
                recorded.recordedAt(),
                recorded.provenance().actorId());
    }

    private static AccountView.Operator operator(OperatorAdded e, RecordedEvent recorded) {
        return new AccountView.Operator(
                e.officerId(),
                e.from(),
                null,
                e.policyVersion(),
                e.acknowledgedVersion(),
                e.trainingId(),
                e.trainingValidUntil(),
                recorded.recordedAt(),
                recorded.provenance().actorId());
    }

    private static AccountView.Authorised authorised(AccountAuthorised e, RecordedEvent recorded) {
        return new AccountView.Authorised(
                e.authorisedOn(),
                e.policyVersion(),
                e.acknowledgedVersion(),
                e.trainingId(),
                e.trainingValidUntil(),
                recorded.recordedAt(),
                recorded.provenance().actorId());
    }

    private static AccountView.Suspended suspended(AccountSuspended e, RecordedEvent recorded) {
        return new AccountView.Suspended(
                e.reason(),
                e.until(),
                recorded.recordedAt(),
                recorded.provenance().actorId());
    }

    private static Because because(String reason, RecordedEvent recorded) {
        return new Because(reason, recorded.recordedAt(), recorded.provenance().actorId());
    }
}
