package org.ninetyten.command.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
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

/**
 * What rules about others need to know of an account. Asked by when things happened.
 *
 * @param operators each time that an officer was an operator
 * @param closedOn the day in London on which it was closed; absent while it is not
 */
public record AccountRecord(
        String policyId,
        String holderId,
        LocalDate openedOn,
        List<Operator> operators,
        @Nullable LocalDate closedOn) {

    /** @param until the last day, which is that of the removal; absent where nobody removed them */
    public record Operator(
            String officerId, LocalDate from, @Nullable LocalDate until) {

        private boolean isOneOn(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }

        private Operator removed(OperatorRemoved event) {
            return until == null && officerId.equals(event.officerId())
                    ? new Operator(officerId, from, event.removedOn())
                    : this;
        }
    }

    /** @return nothing, where there is no such account */
    public static Optional<AccountRecord> of(String accountId, Streams streams) {
        return streams.fold(Subject.ACCOUNT, accountId, AccountRecord.class, AccountRecord::fold);
    }

    private static AccountRecord fold(List<RecordedEvent> events) {
        AccountRequested request = (AccountRequested) events.getFirst().event();
        List<Operator> operators = new ArrayList<>();
        LocalDate closedOn = null;
        for (RecordedEvent recorded : events) {
            switch ((AccountEvent) recorded.event()) {
                case OperatorAdded added -> operators.add(new Operator(added.officerId(), added.from(), null));
                case OperatorRemoved removed -> operators.replaceAll(operator -> operator.removed(removed));
                case AccountClosed closed -> closedOn = LondonTime.dayOf(recorded.recordedAt());
                case AccountRequested requested -> {}
                case AccountAuthorised authorised -> {}
                case AccountRefused refused -> {}
                case AccountSuspended suspended -> {}
                case AccountReinstated reinstated -> {}
                case PurposeChanged purpose -> {}
                case AccountTransferred transferred -> {}
                case HolderLeft left -> {}
                case AccountReviewed reviewed -> {}
                case PostCommended commended -> {}
                case PostsSampled sampled -> {}
            }
        }
        return new AccountRecord(
                request.policyId(), request.holderId(), request.openedOn(), List.copyOf(operators), closedOn);
    }

    /** Whether the officer answered for the account or could post with it on that day; it may have closed since. */
    public boolean couldPostOn(LocalDate day, String officerId) {
        return whoCouldPostOn(day).contains(officerId);
    }

    /** The holder, where the account was there that day, and who was an operator; each once. */
    public List<String> whoCouldPostOn(LocalDate day) {
        boolean wasOpen = !openedOn.isAfter(day) && (closedOn == null || !closedOn.isBefore(day));
        if (!wasOpen) {
            return List.of();
        }
        Stream<String> operating =
                operators.stream().filter(operator -> operator.isOneOn(day)).map(Operator::officerId);
        return Stream.concat(Stream.of(holderId), operating).distinct().toList();
    }
}
