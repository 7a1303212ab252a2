package org.ninetyten.command.account;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;

/** Who answers for an account now, and who else may post with it. */
final class WhoPosts {

    /** Whoever answered for it last; they may have left since. */
    private String lastHolder = "";

    private boolean holderLeft;
    private final Map<String, OperatorAdded> operators = new HashMap<>();

    void requested(AccountRequested event) {
        lastHolder = event.holderId();
    }

    void added(OperatorAdded event) {
        operators.put(event.officerId(), event);
    }

    void removed(OperatorRemoved event) {
        operators.remove(event.officerId());
    }

    void transferred(AccountTransferred event) {
        lastHolder = event.holderId();
        holderLeft = false;
        operators.remove(event.holderId());
    }

    void left(HolderLeft event) {
        holderLeft = true;
    }

    String lastHolder() {
        return lastHolder;
    }

    boolean isHolder(String officerId) {
        return !holderLeft && lastHolder.equals(officerId);
    }

    @Nullable
    OperatorAdded operator(String officerId) {
        return operators.get(officerId);
    }

    /** The rules {@code operator-is-holder} and {@code already-operator}. */
    void refuseWhoMayPostAlready(String officerId) {
        if (isHolder(officerId)) {
            throw Refusal.rule(
                    "operator-is-holder",
                    "Officer '%s' holds the account, and so may post with it already.".formatted(officerId));
        }
        OperatorAdded since = operator(officerId);
        if (since != null) {
            throw Refusal.rule(
                    "already-operator",
                    "Officer '%s' has been an operator of the account since %s.".formatted(officerId, since.from()));
        }
    }

    /** The rule {@code already-holder}. */
    void refuseWhoHoldsAlready(String officerId) {
        if (isHolder(officerId)) {
            throw Refusal.rule("already-holder", "Officer '%s' holds the account already.".formatted(officerId));
        }
    }

    void refuseNoOperator(String officerId, String accountId) {
        if (operator(officerId) == null) {
            throw Refusal.notFound(
                    "no-such-operator",
                    "There is no operator '%s' of the account '%s'.".formatted(officerId, accountId));
        }
    }

    /** The rule {@code operator-before-account}. */
    static void refuseBeforeItWasOpened(LocalDate from, AccountRequested requested) {
        if (from.isBefore(requested.openedOn())) {
            throw Refusal.invalid(
                    "operator-before-account",
                    "The account was opened on %s; nobody can have posted with it before."
                            .formatted(requested.openedOn()),
                    Violation.at("/from", "must not be before " + requested.openedOn()));
        }
    }
}
