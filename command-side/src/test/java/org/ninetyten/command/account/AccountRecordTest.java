package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.day;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;

class AccountRecordTest {

    private final KnownStreams known = new KnownStreams().with(ACCOUNT_REQUESTED);

    @ParameterizedTest(name = "{1} on {0}: {2}")
    @CsvSource({
        "2026-01-31, amina, false",
        "2026-02-01, amina, true",
        "2026-06-01, amina, true",
        "2026-06-01, ben, false",
    })
    void theHolderCouldPostFromTheDayItWasOpenedAndNobodyElse(LocalDate day, String officerId, boolean could) {
        assertThat(account().couldPostOn(day, officerId)).isEqualTo(could);
    }

    @ParameterizedTest(name = "{1} on {0}: {2}")
    @CsvSource({
        "2026-02-28, ben, false",
        "2026-03-01, ben, true",
        "2026-09-01, ben, true",
        "2026-09-01, amina, true",
        "2026-09-01, cara, false",
    })
    void anOperatorCouldPostFromTheDayThatWasSaid(LocalDate day, String officerId, boolean could) {
        known.with(added("ben", "2026-03-01"));

        assertThat(account().couldPostOn(day, officerId)).isEqualTo(could);
    }

    @ParameterizedTest(name = "{1} on {0}: {2}")
    @CsvSource({
        "2026-02-28, ben, false",
        "2026-03-31, ben, true",
        "2026-04-01, ben, false",
        "2026-04-30, ben, false",
        "2026-05-01, ben, true",
        "2026-06-30, ben, true",
        "2026-07-01, ben, false",
        "2026-04-15, cara, true",
        "2026-07-01, cara, true",
    })
    void whoWasRemovedCouldPostUpToThatDayAndAgainOnceAddedAgain(LocalDate day, String officerId, boolean could) {
        known.with(added("ben", "2026-03-01"), added("cara", "2026-03-01"))
                .with(removed("ben", "2026-03-31"), added("ben", "2026-05-01"), removed("ben", "2026-06-30"));

        assertThat(account().couldPostOn(day, officerId)).isEqualTo(could);
    }

    @Test
    void whatIsRecordedLaterOfAnEarlierDayCountsForThatDay() {
        known.with(added("ben", "2026-05-01"), removed("ben", "2026-06-30"), added("ben", "2026-04-01"));

        assertThat(account().couldPostOn(day("2026-04-15"), "ben")).isTrue();
        assertThat(account().couldPostOn(day("2026-03-31"), "ben")).isFalse();
    }

    /** In summer London's day ends an hour before the day of UTC does. */
    @ParameterizedTest(name = "{1} on {0}: {2}")
    @CsvSource({
        "2026-07-10, amina, true",
        "2026-07-10, ben, true",
        "2026-07-11, amina, false",
        "2026-07-11, ben, false",
    })
    void whatWasPostedIsAnsweredForAlsoOnceTheAccountIsClosedAndNobodyPostsWithItAfterThat(
            LocalDate day, String officerId, boolean could) {
        known.with(added("ben", "2026-03-01"))
                .recordedAt(Instant.parse("2026-07-09T23:00:00Z"), new AccountClosed("harbour-x", "Merged"));

        assertThat(account().couldPostOn(day, officerId)).isEqualTo(could);
        assertThat(account().policyId()).isEqualTo("social-media");
    }

    @Test
    void whatNeverWasRequestedIsNoAccount() {
        assertThat(AccountRecord.of("harbour-y", known)).isEmpty();
    }

    private AccountRecord account() {
        return AccountRecord.of("harbour-x", known).orElseThrow();
    }

    private static OperatorAdded added(String officerId, String from) {
        return new OperatorAdded("harbour-x", officerId, day(from), "social-media", 1, 1, "t-1", day("2028-01-01"));
    }

    private static OperatorRemoved removed(String officerId, String on) {
        return new OperatorRemoved("harbour-x", officerId, day(on));
    }
}
