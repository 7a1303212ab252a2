package org.ninetyten.query.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
import org.ninetyten.query.history.HistoryEntry.Subjects;

/** What happens to accounts, in sentences. */
final class AccountTelling {

    private AccountTelling() {}

    static Telling of(AccountEvent event) {
        return switch (event) {
            case AccountRequested e ->
                new Telling(
                        "Account %s on %s requested for officer %s, held to the policy %s, to be used from %s."
                                .formatted(e.handle(), e.platform(), e.holderId(), e.policyId(), e.openedOn()),
                        e.openedOn(),
                        new Subjects(e.holderId(), e.accountId(), e.policyId(), null),
                        null);
            case AccountAuthorised e ->
                new Telling(
                        "Account authorised: officer %s had acknowledged version %d of the policy %s and is trained until %s."
                                .formatted(e.holderId(), e.acknowledgedVersion(), e.policyId(), e.trainingValidUntil()),
                        e.authorisedOn(),
                        new Subjects(e.holderId(), e.accountId(), e.policyId(), null),
                        e.policyVersion());
            case OperatorAdded e ->
                new Telling(
                        "Officer %s made an operator of the account from %s on: they had acknowledged version %d of the policy %s and are trained until %s."
                                .formatted(
                                        e.officerId(),
                                        e.from(),
                                        e.acknowledgedVersion(),
                                        e.policyId(),
                                        e.trainingValidUntil()),
                        e.from(),
                        new Subjects(e.officerId(), e.accountId(), e.policyId(), null),
                        e.policyVersion());
            case OperatorRemoved e ->
                new Telling(
                        "Officer %s is no longer an operator of the account after %s."
                                .formatted(e.officerId(), e.removedOn()),
                        e.removedOn(),
                        new Subjects(e.officerId(), e.accountId(), null, null),
                        null);
            case AccountRefused e -> about(e, "Account refused: %s".formatted(e.reason()), null);
            case AccountSuspended e -> about(e, suspended(e), e.transgressionId());
            case AccountReinstated e -> about(e, "Account reinstated: %s".formatted(e.reason()), e.transgressionId());
            case AccountClosed e -> about(e, "Account closed: %s".formatted(e.reason()), null);
            case PurposeChanged e ->
                about(
                        e,
                        "Purpose of the account changed to \"%s\", for %s: %s"
                                .formatted(e.purpose(), e.audience(), e.reason()),
                        null);
            case AccountTransferred e ->
                new Telling(
                        "Officer %s answers for the account from %s on, instead of officer %s: they had acknowledged version %d of the policy %s and are trained until %s. %s"
                                .formatted(
                                        e.holderId(),
                                        e.transferredOn(),
                                        e.fromHolderId(),
                                        e.acknowledgedVersion(),
                                        e.policyId(),
                                        e.trainingValidUntil(),
                                        e.reason()),
                        e.transferredOn(),
                        new Subjects(e.holderId(), e.accountId(), e.policyId(), null),
                        e.policyVersion());
            case HolderLeft e ->
                new Telling(
                        "Nobody answers for the account since officer %s left the force on %s."
                                .formatted(e.holderId(), e.leftOn()),
                        e.leftOn(),
                        new Subjects(e.holderId(), e.accountId(), null, null),
                        null);
            case AccountReviewed e ->
                about(e, "Account reviewed on %s: %s".formatted(e.reviewedOn(), e.note()), e.reviewedOn(), null);
            case PostCommended e ->
                about(
                        e,
                        "A post of %s commended: %s".formatted(LondonTime.dayOf(e.postedAt()), e.why()),
                        LondonTime.dayOf(e.postedAt()),
                        null);
            case PostsSampled e ->
                about(
                        e,
                        "%d posts read on %s, of which %d were fine.".formatted(e.sampled(), e.sampledOn(), e.good()),
                        e.sampledOn(),
                        null);
        };
    }

    private static String suspended(AccountSuspended e) {
        LocalDate until = e.until();
        return "Account suspended%s: %s".formatted(until == null ? "" : " until " + until, e.reason());
    }

    private static Telling about(AccountEvent event, String summary, @Nullable String transgressionId) {
        return about(event, summary, null, transgressionId);
    }

    private static Telling about(
            AccountEvent event, String summary, @Nullable LocalDate happenedOn, @Nullable String transgressionId) {
        return new Telling(summary, happenedOn, new Subjects(null, event.accountId(), null, transgressionId), null);
    }
}
