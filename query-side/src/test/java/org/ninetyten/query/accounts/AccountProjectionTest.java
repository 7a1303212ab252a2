package org.ninetyten.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountReviewed;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.PurposeChanged;
import org.ninetyten.query.Recorded;
import org.ninetyten.query.Samples;
import org.ninetyten.query.accounts.AccountView.Because;
import org.ninetyten.query.accounts.AccountView.Holder;
import org.ninetyten.query.accounts.AccountView.State;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.springframework.jdbc.core.JdbcTemplate;

class AccountProjectionTest {

    private final AccountProjection projection = new AccountProjection(
            new StateTable<>("account", AccountView.class, List.of(), new JdbcTemplate(), new Documents()));

    private final AccountEvent requested = Samples.requested("harbour-x", "amina", "social-media");
    private final AccountEvent authorised = Samples.authorised("harbour-x", "amina", "social-media");
    private final AccountEvent suspended = new AccountSuspended("harbour-x", "Phone lost", Samples.DAY, null);
    private final AccountEvent reinstated = new AccountReinstated("harbour-x", "Phone found", null);

    @Test
    void aRequestedAccountRestsOnNothingYet() {
        AccountView view = fold(requested);

        assertThat(view.state()).isEqualTo(State.REQUESTED);
        assertThat(view.requestedBy()).isEqualTo("comms");
        assertThat(view.authorised()).isNull();
    }

    @Test
    void anAuthorisedAccountTellsWhatItRestsOn() {
        AccountView view = fold(requested, authorised);

        assertThat(view.state()).isEqualTo(State.AUTHORISED);
        assertThat(view.authorised())
                .isEqualTo(new AccountView.Authorised(
                        Samples.DAY, 1, 1, "social", Samples.DAY.plusYears(1), Recorded.AT.plusSeconds(2), "comms"));
        assertThat(view.version()).isEqualTo(2);
    }

    @Test
    void aSuspensionIsToldWhileItLastsAndItsReinstatementAfterwards() {
        AccountView now = fold(requested, authorised, suspended);
        assertThat(now.state()).isEqualTo(State.SUSPENDED);
        assertThat(now.suspended())
                .isEqualTo(new AccountView.Suspended("Phone lost", Samples.DAY, Recorded.AT.plusSeconds(3), "comms"));
        assertThat(now.authorised()).isNotNull();

        AccountView later = fold(requested, authorised, suspended, reinstated);
        assertThat(later.state()).isEqualTo(State.AUTHORISED);
        assertThat(later.suspended()).isNull();
        assertThat(later.reinstated()).isEqualTo(new Because("Phone found", Recorded.AT.plusSeconds(4), "comms"));
    }

    @Test
    void refusalAndClosureKeepTheirReasons() {
        AccountView refused = fold(requested, new AccountRefused("harbour-x", "No purpose"));
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refused()).isEqualTo(new Because("No purpose", Recorded.AT.plusSeconds(2), "comms"));

        AccountView closed = fold(requested, authorised, suspended, Samples.closed("harbour-x"));
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.suspended()).isNull();
        assertThat(closed.closed()).isEqualTo(new Because("No longer needed", Recorded.AT.plusSeconds(4), "comms"));
    }

    @Test
    void everyTimeThatSomeoneOperatedItIsToldWithWhatItRestsOn() {
        AccountEvent added = Samples.operated("harbour-x", "ben", "social-media");
        AccountView now = fold(requested, authorised, added);
        assertThat(now.operators()).containsExactly(ben(3, null));

        AccountView later =
                fold(requested, authorised, added, Samples.left("harbour-x", "ben"), added, suspended, reinstated);
        assertThat(later.state()).isEqualTo(State.AUTHORISED);
        assertThat(later.operators()).containsExactly(ben(3, Samples.DAY.plusDays(20)), ben(5, null));
    }

    @Test
    void aClosureEndsEveryOperatorshipThatHasNotEnded() {
        AccountView closed = fold(
                requested,
                authorised,
                Samples.operated("harbour-x", "ben", "social-media"),
                Samples.left("harbour-x", "ben"),
                Samples.operated("harbour-x", "ben", "social-media"),
                Samples.closed("harbour-x"));

        assertThat(closed.operators())
                .containsExactly(ben(3, Samples.DAY.plusDays(20)), ben(5, LocalDate.parse("2026-03-02")));
    }

    @Test
    void whatWasWrittenBeforeThereWereOperatorsAndHoldersHasNone() {
        Documents documents = new Documents();
        String before =
                documents.write(fold(requested)).replaceAll(",\"operators\":\\[],\"holders\":.*,\"reviews\":\\[]", "");

        assertThat(before).doesNotContain("operators", "holders", "reviews");
        assertThat(documents.read(before, AccountView.class).operators()).isEmpty();
        assertThat(documents.read(before, AccountView.class).holders()).isEmpty();
        assertThat(documents.read(documents.write(fold(requested)), AccountView.class))
                .isEqualTo(fold(requested));
    }

    @Test
    void aTransferEndsTheOldHolderAndWhateverTheNewOneOperated() {
        LocalDate on = Samples.DAY.plusDays(40);
        AccountView view = fold(
                requested,
                authorised,
                Samples.operated("harbour-x", "ben", "social-media"),
                Samples.transferred("harbour-x", "amina", "ben", on));

        assertThat(view.holderId()).isEqualTo("ben");
        assertThat(view.holders()).containsExactly(new Holder("amina", Samples.DAY, on), new Holder("ben", on, null));
        assertThat(view.operators()).containsExactly(ben(3, on));
        assertThat(view.state()).isEqualTo(State.AUTHORISED);
    }

    @Test
    void anAccountWhoseHolderLeftHasNoneUntilItIsTransferred() {
        LocalDate left = Samples.DAY.plusDays(40);
        AccountView without = fold(requested, authorised, new HolderLeft("harbour-x", "amina", left));
        assertThat(without.holderId()).isNull();
        assertThat(without.withoutHolderSince()).isEqualTo(left);
        assertThat(without.holders()).containsExactly(new Holder("amina", Samples.DAY, left));

        AccountView again = fold(
                requested,
                authorised,
                new HolderLeft("harbour-x", "amina", left),
                Samples.transferred("harbour-x", "amina", "ben", left.plusDays(5)));
        assertThat(again.withoutHolderSince()).isNull();
        assertThat(again.holders())
                .containsExactly(new Holder("amina", Samples.DAY, left), new Holder("ben", left.plusDays(5), null));
    }

    @Test
    void aClosureEndsItsHolderToo() {
        assertThat(fold(requested, authorised, Samples.closed("harbour-x")).holders())
                .containsExactly(new Holder("amina", Samples.DAY, LocalDate.parse("2026-03-02")));
    }

    @Test
    void purposeAndReviewsAreToldAndTheLatestReviewWhateverTheOrder() {
        AccountView view = fold(
                requested,
                authorised,
                new PurposeChanged("harbour-x", "Warnings", "Sailors", "The coastguard asked"),
                new AccountReviewed("harbour-x", Samples.DAY.plusDays(9), "good"),
                new AccountReviewed("harbour-x", Samples.DAY.plusDays(3), "told late"));

        assertThat(view.purpose()).isEqualTo("Warnings");
        assertThat(view.audience()).isEqualTo("Sailors");
        assertThat(view.lastReviewedOn()).isEqualTo(Samples.DAY.plusDays(9));
        assertThat(view.reviews()).extracting(AccountView.Review::note).containsExactly("good", "told late");
    }

    private static AccountView.Operator ben(long version, @Nullable LocalDate until) {
        return new AccountView.Operator(
                "ben",
                Samples.DAY,
                until,
                1,
                1,
                "social",
                Samples.DAY.plusYears(1),
                Recorded.AT.plusSeconds(version),
                "comms");
    }

    @Test
    void whatHappensToAnAccountNobodyRequestedCannotBeTold() {
        assertThatThrownBy(() -> fold(authorised)).hasMessageContaining("account:harbour-x");
    }

    private AccountView fold(AccountEvent... events) {
        @Nullable AccountView view = null;
        long version = 0;
        for (AccountEvent event : events) {
            version++;
            view = projection.evolve(view, event, Recorded.as(version, event));
        }
        if (view == null) {
            throw new IllegalArgumentException("no events");
        }
        return view;
    }
}
