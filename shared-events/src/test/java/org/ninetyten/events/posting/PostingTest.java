package org.ninetyten.events.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.RecordedEvent;

/** Amina opened an account years before it was brought in; Ben operates it, and holds it later. */
class PostingTest {

    private final List<RecordedEvent> events = new ArrayList<>();

    PostingTest() {
        at("2026-02-01T10:00:00Z", new AccountRequested("x", "X", "@x", "p", "a", "amina", "p", day("2020-05-01")));
        at(
                "2026-02-03T10:00:00Z",
                new AccountAuthorised("x", "amina", day("2026-02-03"), "p", 1, 1, "t", day("2030-01-01")));
        at("2026-02-04T10:00:00Z", added("ben", "2024-01-01"));
        at("2026-07-01T12:00:00Z", transferred("amina", "ben", "2026-07-01"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2020-04-30T22:59:59Z, ''",
        "2020-04-30T23:00:00Z, HOLDER amina",
        "2023-12-31T23:59:59Z, HOLDER amina",
        "2024-01-01T00:00:00Z, HOLDER amina OPERATOR ben",
        "2026-07-01T11:59:59.999Z, HOLDER amina OPERATOR ben",
        "2026-07-01T12:00:00Z, HOLDER ben",
        "2026-11-01T12:00:00Z, HOLDER ben",
    })
    void theHolderOfAnInstantIsKnownAlsoOfYearsBefore(Instant instant, String who) {
        assertThat(whoAt(instant)).isEqualTo(who);
    }

    @Test
    void onTheDayOfATransferBothHoldersAnswerForWhatTheyPosted() {
        assertThat(posting().whoCouldPostOn(day("2026-06-30"))).containsExactly("amina", "ben");
        assertThat(posting().whoCouldPostOn(day("2026-07-01"))).containsExactly("amina", "ben");
        assertThat(posting().whoCouldPostOn(day("2026-07-02"))).containsExactly("ben");
    }

    @Test
    void whoCameBackAsHolderHoldsItAgain() {
        at("2026-08-01T12:00:00Z", transferred("ben", "amina", "2026-08-01"));

        assertThat(whoAt(Instant.parse("2026-07-15T12:00:00Z"))).isEqualTo("HOLDER ben");
        assertThat(whoAt(Instant.parse("2026-08-15T12:00:00Z"))).isEqualTo("HOLDER amina");
    }

    @Test
    void whoLeftCouldPostUpToTheEndOfTheirLastDay() {
        at("2026-07-02T12:00:00Z", added("cara", "2026-07-02"));
        at("2026-09-10T12:00:00Z", new HolderLeft("x", "ben", day("2026-08-31")));
        at("2026-09-10T12:00:00Z", new OperatorRemoved("x", "cara", day("2026-08-31")));

        assertThat(whoAt(Instant.parse("2026-08-31T22:59:59Z"))).isEqualTo("HOLDER ben OPERATOR cara");
        assertThat(whoAt(Instant.parse("2026-08-31T23:00:00Z"))).isEmpty();
        assertThat(posting().couldPostOn(day("2026-08-31"), "ben")).isTrue();
        assertThat(posting().couldPostOn(day("2026-09-01"), "ben")).isFalse();
        assertThat(posting().tieOf("ben")).isEmpty();
    }

    @Test
    void afterAClosureNobodyPosts() {
        at("2026-09-10T12:00:00Z", new AccountClosed("x", "merged"));

        assertThat(whoAt(Instant.parse("2026-09-10T11:59:59Z"))).isEqualTo("HOLDER ben");
        assertThat(whoAt(Instant.parse("2026-09-10T12:00:00Z"))).isEmpty();
        assertThat(posting().couldPostOn(day("2026-09-10"), "ben")).isTrue();
        assertThat(posting().couldPostOn(day("2026-09-11"), "ben")).isFalse();
        assertThat(posting().tieOf("ben")).isEmpty();
    }

    @Test
    void whoHasAnAccountIsTiedToItSinceTheyCouldPostAndSinceThatWasKnown() {
        assertThat(posting().tieOf("ben")).contains(new Tie(day("2026-07-01"), day("2026-07-01")));
        assertThat(posting().tieOf("amina")).isEmpty();
        events.removeLast();
        assertThat(posting().tieOf("amina")).contains(new Tie(day("2020-05-01"), day("2026-02-03")));
        assertThat(posting().tieOf("ben")).contains(new Tie(day("2024-01-01"), day("2026-02-04")));
        events.removeLast();
        events.removeLast();
        assertThat(posting().tieOf("amina")).as("not authorised").isEmpty();
    }

    @Test
    void aSuspensionEndsWithItsLastDayWheneverItIsLiftedAndSoonerByHand() {
        at("2026-08-01T12:00:00Z", new AccountSuspended("x", "lost phone", day("2026-08-31"), null));
        assertThat(suspendedAt("2026-08-01T11:59:59Z")).isFalse();
        assertThat(suspendedAt("2026-08-31T22:59:59Z")).isTrue();
        assertThat(suspendedAt("2026-08-31T23:00:00Z")).isFalse();

        at("2026-08-31T23:00:05Z", new AccountReinstated("x", "over", null));
        assertThat(suspendedAt("2026-08-31T23:00:01Z")).isFalse();

        at("2026-09-01T12:00:00Z", new AccountSuspended("x", "again", null, null));
        at("2026-09-03T12:00:00Z", new AccountReinstated("x", "found", null));
        assertThat(suspendedAt("2026-09-03T11:59:59Z")).isTrue();
        assertThat(suspendedAt("2026-09-03T12:00:00Z")).isFalse();
        assertThat(posting().tieOf("ben")).isPresent();
    }

    private boolean suspendedAt(String instant) {
        return posting().suspensionAt(Instant.parse(instant)).isPresent();
    }

    private String whoAt(Instant instant) {
        return String.join(
                " ",
                posting().at(instant).stream()
                        .map(spell -> spell.as() + " " + spell.officerId())
                        .toList());
    }

    private Posting posting() {
        return Posting.of(events);
    }

    private void at(String instant, AccountEvent event) {
        long number = events.size() + 1L;
        events.add(new RecordedEvent(
                number,
                "event-" + number,
                number,
                Instant.parse(instant),
                event,
                new Provenance("comms", "COMMS", "a-test", "a-test")));
    }

    private static OperatorAdded added(String officerId, String from) {
        return new OperatorAdded("x", officerId, day(from), "p", 1, 1, "t", day("2030-01-01"));
    }

    private static AccountTransferred transferred(String from, String to, String on) {
        return new AccountTransferred("x", from, to, day(on), "moves", "p", 1, 1, "t", day("2030-01-01"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
