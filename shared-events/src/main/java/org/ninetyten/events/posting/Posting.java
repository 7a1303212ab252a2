package org.ninetyten.events.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
import org.ninetyten.events.posting.Spell.As;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * Who answered for an account and who could post with it, by when that happened. An account that a force brings with
 * it was posted with since it was opened, once it is authorised here: what was recorded of it since only then goes by
 * the record.
 *
 * @param requestedAt when it became known here
 * @param spells each time that someone was its holder or an operator of it, in the order in which they were recorded
 * @param suspensions each time that it was suspended
 */
public record Posting(
        String policyId,
        LocalDate openedOn,
        Instant requestedAt,
        @Nullable Instant authorisedAt,
        @Nullable Instant refusedAt,
        @Nullable Instant closedAt,
        List<Spell> spells,
        List<Suspension> suspensions) {

    /** @param end the instant up to which; absent while it lasts and has no end */
    public record Suspension(
            String reason, Instant begin, @Nullable Instant end) {

        boolean covers(Instant instant) {
            return !begin.isAfter(instant) && (end == null || instant.isBefore(end));
        }

        private Suspension liftedAt(Instant instant) {
            return end == null || instant.isBefore(end) ? new Suspension(reason, begin, instant) : this;
        }
    }

    public Posting {
        spells = List.copyOf(spells);
        suspensions = List.copyOf(suspensions);
    }

    /** @param events everything that happened to one account, oldest first */
    public static Posting of(List<RecordedEvent> events) {
        Fold fold = new Fold((AccountRequested) events.getFirst().event(), events.getFirst());
        events.forEach(fold::add);
        return fold.posting();
    }

    /** Whether the officer answered for the account or could post with it on that day; it may have closed since. */
    public boolean couldPostOn(LocalDate day, String officerId) {
        return whoCouldPostOn(day).contains(officerId);
    }

    /** Its holder on that day and its operators, each once; on the day of a transfer, both holders. */
    public List<String> whoCouldPostOn(LocalDate day) {
        boolean wasOpen = !openedOn.isAfter(day)
                && (closedAt == null || !LondonTime.dayOf(closedAt).isBefore(day));
        return wasOpen
                ? spells.stream()
                        .filter(spell -> spell.covers(day))
                        .map(Spell::officerId)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** What obliges the officer to anything under the account's policy now; also while the account is suspended. */
    public Optional<Tie> tieOf(String officerId) {
        boolean inUse = authorisedAt != null && closedAt == null;
        return inUse
                ? spells.stream()
                        .filter(Spell::lasts)
                        .filter(spell -> spell.officerId().equals(officerId))
                        .map(spell -> new Tie(spell.since(), spell.known()))
                        .findFirst()
                : Optional.empty();
    }

    /** Who was its holder at that instant, or could post with it, unless it could not be posted with at all. */
    public List<Spell> at(Instant instant) {
        return spells.stream().filter(spell -> spell.covers(instant)).toList();
    }

    public Optional<Suspension> suspensionAt(Instant instant) {
        return suspensions.stream()
                .filter(suspension -> suspension.covers(instant))
                .findFirst();
    }

    private static final class Fold {

        private final AccountRequested request;
        private final Instant requestedAt;
        private final List<Spell> spells = new ArrayList<>();
        private final List<Suspension> suspensions = new ArrayList<>();
        private @Nullable Instant authorisedAt;
        private @Nullable Instant refusedAt;
        private @Nullable Instant closedAt;

        private Fold(AccountRequested request, RecordedEvent first) {
            this.request = request;
            this.requestedAt = first.recordedAt();
        }

        private void add(RecordedEvent recorded) {
            Instant at = recorded.recordedAt();
            LocalDate today = LondonTime.dayOf(at);
            switch ((AccountEvent) recorded.event()) {
                case AccountRequested e -> spells.add(Spell.from(e.holderId(), As.HOLDER, e.openedOn(), today));
                case AccountAuthorised e -> {
                    authorisedAt = at;
                    // That they may post is known from then on only.
                    spells.replaceAll(
                            spell -> Spell.from(spell.officerId(), spell.as(), spell.since(), e.authorisedOn()));
                }
                case AccountRefused e -> refusedAt = at;
                case AccountClosed e -> {
                    closedAt = at;
                    end(spell -> true, spell -> spell.ended(today, at));
                }
                case OperatorAdded e -> spells.add(Spell.from(e.officerId(), As.OPERATOR, e.from(), today));
                case OperatorRemoved e -> end(isOf(e.officerId()), spell -> spell.endedAfter(e.removedOn()));
                case AccountTransferred e -> transfer(e, at);
                case HolderLeft e -> end(isOf(e.holderId()), spell -> spell.endedAfter(e.leftOn()));
                case AccountSuspended e -> suspensions.add(new Suspension(e.reason(), at, endOf(e.until())));
                case AccountReinstated e -> suspensions.replaceAll(suspension -> suspension.liftedAt(at));
                case PurposeChanged e -> {}
                case AccountReviewed e -> {}
                case PostCommended e -> {}
                case PostsSampled e -> {}
            }
        }

        /** During the day that the event gives, unless the clock says that it was recorded on another. */
        private void transfer(AccountTransferred e, Instant at) {
            LocalDate day = e.transferredOn();
            Instant handedOver = LondonTime.dayOf(at).equals(day)
                    ? at
                    : day.atStartOfDay(LondonTime.ZONE).toInstant();
            end(isOf(e.fromHolderId()).or(isOf(e.holderId())), spell -> spell.ended(day, handedOver));
            spells.add(Spell.from(e.holderId(), As.HOLDER, day, day).handedOverAt(handedOver));
        }

        private void end(Predicate<Spell> whose, UnaryOperator<Spell> end) {
            spells.replaceAll(spell -> whose.test(spell) ? end.apply(spell) : spell);
        }

        private static Predicate<Spell> isOf(String officerId) {
            return spell -> spell.officerId().equals(officerId);
        }

        private static @Nullable Instant endOf(@Nullable LocalDate day) {
            return day == null ? null : LondonTime.endOf(day);
        }

        private Posting posting() {
            return new Posting(
                    request.policyId(),
                    request.openedOn(),
                    requestedAt,
                    authorisedAt,
                    refusedAt,
                    closedAt,
                    spells,
                    suspensions);
        }
    }
}
