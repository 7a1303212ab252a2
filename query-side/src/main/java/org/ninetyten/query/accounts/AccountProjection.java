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
        return after(view, event, recorded).at(recorded.version());
    }

    private static AccountView after(@Nullable AccountView view, AccountEvent event, RecordedEvent recorded) {
        return switch (event) {
            case AccountRequested e -> requested(e, recorded);
            case AccountAuthorised e -> existing(view, e).authorised(authorised(e, recorded));
            case AccountRefused e -> existing(view, e).refused(because(e.reason(), recorded));
            case AccountSuspended e -> existing(view, e).suspended(suspended(e, recorded));
            case AccountReinstated e -> existing(view, e).reinstated(because(e.reason(), recorded));
            case AccountClosed e ->
                existing(view, e)
                        .closed(because(e.reason(), recorded))
                        .withoutOperatorsAfter(LondonTime.dayOf(recorded.recordedAt()));
            case OperatorAdded e -> existing(view, e).withOperator(operator(e, recorded));
            case OperatorRemoved e -> existing(view, e).withoutOperator(e.officerId(), e.removedOn());
            case PurposeChanged e -> existing(view, e);
            case AccountTransferred e -> existing(view, e);
            case HolderLeft e -> existing(view, e);
            case AccountReviewed e -> existing(view, e);
            case PostCommended e -> existing(view, e).with(commendation(e, recorded));
            case PostsSampled e -> existing(view, e).with(sample(e, recorded));
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
                List.of(),
                List.of());
    }

    private static AccountView.Commendation commendation(PostCommended e, RecordedEvent recorded) {
        return new AccountView.Commendation(
                e.commendationId(),
                e.postedAt(),
                e.why(),
                e.postUrl(),
                e.officerIds(),
                recorded.recordedAt(),
                recorded.provenance().actorId());
    }

    private static AccountView.Sample sample(PostsSampled e, RecordedEvent recorded) {
        return new AccountView.Sample(
                e.sampleId(),
                e.sampledOn(),
                e.sampled(),
                e.good(),
                e.concerns(),
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
