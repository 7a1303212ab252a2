package org.ninetyten.query.duties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.ninetyten.events.schedule.CheckInSchedule;

/**
 * What duties depend on of an account.
 *
 * @param policyId absent while nothing but a part of its history is known
 * @param inUse whether it is authorised or suspended: what goes with it goes on while it is suspended
 * @param people who holds or operates it now; a holder from the request on
 * @param authorisedOn absent before it is authorised, and once it is closed
 * @param reviewedOn the latest day on which it was looked at again
 * @param holderLeftOn the last day of its holder, while nobody followed
 */
record AccountFacts(
        @Nullable String policyId,
        @Nullable LocalDate openedOn,
        boolean inUse,
        List<Person> people,
        @Nullable LocalDate authorisedOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate holderLeftOn) {

    static final AccountFacts NONE = new AccountFacts(null, null, false, List.of(), null, null, null);

    AccountFacts {
        people = List.copyOf(people);
    }

    /**
     * @param joinedOn the day on which they came to be asked for acknowledgements; absent for who requested it
     * @param posting since when they may post, and since when that is known; absent before it is authorised
     */
    record Person(
            String officerId, boolean holder, @Nullable LocalDate joinedOn, CheckInSchedule.@Nullable Tie posting) {}

    AccountFacts after(AccountEvent event, LocalDate recordedOn) {
        return switch (event) {
            case AccountRequested e ->
                new AccountFacts(
                        e.policyId(),
                        e.openedOn(),
                        false,
                        List.of(new Person(e.holderId(), true, null, null)),
                        null,
                        null,
                        null);
            case AccountAuthorised e -> authorised(e, recordedOn);
            case OperatorAdded e ->
                with(
                        others(e.officerId()),
                        new Person(e.officerId(), false, recordedOn, new CheckInSchedule.Tie(e.from(), recordedOn)));
            case OperatorRemoved e -> with(people.stream().filter(one -> one.holder() || !isOf(one, e.officerId())));
            case AccountTransferred e -> transferred(e, recordedOn);
            case HolderLeft e ->
                new AccountFacts(policyId, openedOn, inUse, operators(), authorisedOn, reviewedOn, e.leftOn());
            case AccountReviewed e -> reviewed(e.reviewedOn());
            case AccountRefused e -> ended();
            case AccountClosed e -> ended();
            case AccountSuspended e -> this;
            case AccountReinstated e -> this;
            case PurposeChanged e -> this;
            case PostCommended e -> this;
            case PostsSampled e -> this;
        };
    }

    private AccountFacts authorised(AccountAuthorised e, LocalDate recordedOn) {
        LocalDate since = openedOn == null ? e.authorisedOn() : openedOn;
        Person holder =
                new Person(e.holderId(), true, joinedOnOf(e.holderId()), new CheckInSchedule.Tie(since, recordedOn));
        return new AccountFacts(
                e.policyId(),
                openedOn,
                true,
                Stream.concat(Stream.of(holder), operators().stream()).toList(),
                e.authorisedOn(),
                reviewedOn,
                null);
    }

    private @Nullable LocalDate joinedOnOf(String officerId) {
        return people.stream()
                .filter(one -> isOf(one, officerId))
                .findFirst()
                .map(Person::joinedOn)
                .orElse(null);
    }

    private AccountFacts transferred(AccountTransferred e, LocalDate recordedOn) {
        Person holder =
                new Person(e.holderId(), true, recordedOn, new CheckInSchedule.Tie(e.transferredOn(), recordedOn));
        Stream<Person> rest = operators().stream().filter(one -> !isOf(one, e.holderId()));
        return new AccountFacts(
                e.policyId(),
                openedOn,
                inUse,
                Stream.concat(Stream.of(holder), rest).toList(),
                authorisedOn,
                reviewedOn,
                null);
    }

    /** Told late, an earlier review brings nothing forward. */
    private AccountFacts reviewed(LocalDate on) {
        LocalDate latest = reviewedOn != null && reviewedOn.isAfter(on) ? reviewedOn : on;
        return new AccountFacts(policyId, openedOn, inUse, people, authorisedOn, latest, holderLeftOn);
    }

    /** Since when the time to its next review runs; absent before it is authorised. */
    @Nullable
    LocalDate reviewFrom() {
        return authorisedOn != null && reviewedOn != null ? reviewedOn : authorisedOn;
    }

    private AccountFacts ended() {
        return new AccountFacts(policyId, openedOn, false, List.of(), null, null, null);
    }

    private List<Person> operators() {
        return people.stream().filter(Predicate.not(Person::holder)).toList();
    }

    private Stream<Person> others(String officerId) {
        return people.stream().filter(one -> one.holder() || !isOf(one, officerId));
    }

    private static boolean isOf(Person one, String officerId) {
        return one.officerId().equals(officerId);
    }

    private AccountFacts with(Stream<Person> those, Person another) {
        return with(Stream.concat(those, Stream.of(another)));
    }

    private AccountFacts with(Stream<Person> those) {
        return new AccountFacts(policyId, openedOn, inUse, those.toList(), authorisedOn, reviewedOn, holderLeftOn);
    }

    Optional<String> holderId() {
        return people.stream().filter(Person::holder).findFirst().map(Person::officerId);
    }

    Stream<Person> tiesOf(String officerId) {
        return people.stream().filter(one -> isOf(one, officerId));
    }
}
