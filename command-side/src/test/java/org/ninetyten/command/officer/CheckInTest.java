package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.RecordCheckIn;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownHeldAccounts;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.story.Story;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.policy.Significance;

/** The policy asks for one every 30 days. */
class CheckInTest {

    private static final CheckInRecorded RECORDED =
            new CheckInRecorded("amina", "c-1", day("2026-11-01"), "sergeant", "Going well", "harbour-x");

    private final KnownHeldAccounts accounts = new KnownHeldAccounts();

    private FixtureConfiguration<Officer> officerOn(LocalDate day) {
        PostingRights rights = (officerId, accountId, on) -> {
            if (!accountId.equals("harbour-x") || on.isBefore(day("2026-10-01"))) {
                throw Refusal.rule("not-holder-or-operator", "Not then.");
            }
        };
        return Bench.on(day, Officer.class, accounts, rights);
    }

    @Nested
    class Held {

        @Test
        void aCheckInIsRecordedWithWhoHeldIt() {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED)
                    .when(checkIn("c-1", "2026-11-01", "Going well", "harbour-x", SERGEANT))
                    .expectEvents(RECORDED)
                    .expectResultMessagePayload(new Answer("amina", 2));
            officerOn(TODAY)
                    .given(AMINA_REGISTERED)
                    .when(checkIn("c-1", "2016-11-01", "Going well", null, SERGEANT))
                    .expectEvents(
                            new CheckInRecorded("amina", "c-1", day("2016-11-01"), "sergeant", "Going well", null));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAndAnotherOneUnderItsIdIsAConflict() {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED, RECORDED)
                    .when(checkIn("c-1", "2026-11-01", "Going well", "harbour-x", SERGEANT), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
            conflict(checkIn("c-1", "2026-11-01", "Not going well", "harbour-x", SERGEANT));
            conflict(checkIn("c-1", "2026-11-02", "Going well", "harbour-x", SERGEANT));
            conflict(checkIn("c-1", "2026-11-01", "Going well", null, SERGEANT));
            conflict(checkIn(
                    "c-1", "2026-11-01", "Going well", "harbour-x", new Actor("another", Role.SUPERVISOR, null)));
        }

        private void conflict(RecordCheckIn command) {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED, RECORDED)
                    .when(command)
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void nobodyCheckedInTomorrow() {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED)
                    .when(checkIn("c-1", TODAY.plusDays(1).toString(), "n", null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/heldOn"));
        }

        @Test
        void itIsAboutAnAccountThatTheyCouldPostWithThatDay() {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED)
                    .when(checkIn("c-1", "2026-09-30", "n", "harbour-x", SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("not-holder-or-operator"));
        }

        private RecordCheckIn checkIn(String id, String on, String note, @Nullable String accountId, Actor by) {
            return new RecordCheckIn("amina", new OfficerCommand.CheckIn(id, day(on), note, accountId), by);
        }
    }

    @Nested
    class Missed {

        private static final NoteCheckInMissed NOTE = new NoteCheckInMissed("amina", "social-media");
        private static final CheckInMissed MISSED = new CheckInMissed("amina", "social-media", 1, day("2026-10-31"));

        private Missed() {
            accounts.under(day("2026-10-01"), Story.version(1, Significance.MAJOR, "2026-01-01"));
        }

        @Test
        void itIsMissedOnceItsDayIsOverAndNotBefore() {
            officerOn(day("2026-11-01")).given(AMINA_REGISTERED).when(NOTE).expectEvents(MISSED);
            officerOn(day("2026-10-31"))
                    .given(AMINA_REGISTERED)
                    .when(NOTE)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 1));
        }

        @Test
        void itIsMissedOnce() {
            officerOn(day("2026-11-01"))
                    .givenCurrentTime(noon("2026-11-01"))
                    .andGiven(AMINA_REGISTERED, MISSED)
                    .when(NOTE)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void theNextPeriodIsMissedByItself() {
            officerOn(day("2026-12-01"))
                    .givenCurrentTime(noon("2026-11-01"))
                    .andGiven(AMINA_REGISTERED, MISSED)
                    .when(NOTE)
                    .expectEvents(new CheckInMissed("amina", "social-media", 1, day("2026-11-30")));
        }

        @Test
        void aCheckInInTimeMovesTheDayAndOneToldLateLeavesWhatWasMissed() {
            officerOn(day("2026-11-30"))
                    .given(AMINA_REGISTERED, RECORDED)
                    .when(NOTE)
                    .expectNoEvents();
            officerOn(day("2026-12-02"))
                    .givenCurrentTime(noon("2026-11-01"))
                    .andGiven(AMINA_REGISTERED, MISSED, RECORDED)
                    .when(NOTE)
                    .expectEvents(new CheckInMissed("amina", "social-media", 1, day("2026-12-01")));
        }

        @Test
        void oneThatWasBroughtInFromLongAgoIsFollowedByOneThatWasMissed() {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED)
                    .andGiven(new CheckInRecorded("amina", "c-1", day("2026-10-02"), "sergeant", "n", null))
                    .when(NOTE)
                    .expectEvents(new CheckInMissed("amina", "social-media", 1, day("2026-11-01")));
        }

        @Test
        void underAPolicyOfNoAccountOfTheirsNothingIsMissed() {
            officerOn(TODAY)
                    .given(AMINA_REGISTERED)
                    .when(new NoteCheckInMissed("amina", "email"))
                    .expectNoEvents();
        }
    }

    private static Instant noon(String day) {
        return Bench.noonOf(day(day)).instant();
    }
}
