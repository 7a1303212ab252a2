package org.ninetyten.command.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.Acknowledgement;
import org.ninetyten.command.officer.OfficerCommand.NoteAcknowledgementMissed;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownAccounts;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;

/** What an officer has to acknowledge, by when, and what becomes of it. */
class RequiredAcknowledgementTest {

    private static final LocalDate DUE = day("2026-11-29");
    private static final Instant END_OF_DUE = Instant.parse("2026-11-30T00:00:00Z");
    private static final String REMINDER = "acknowledgement/amina/social-media:";

    private final NotedReminders reminders = new NotedReminders();

    private static final KnownStreams POLICY = new KnownStreams()
            .with(
                    version(1, Significance.MAJOR, "2026-01-01"),
                    version(2, Significance.MAJOR, "2026-02-01"),
                    version(3, Significance.MINOR, "2026-03-01"));

    private FixtureConfiguration<Officer> officer() {
        return Bench.on(TODAY, reminders, Officer.class, POLICY);
    }

    @Nested
    class Requiring {

        @Test
        void anOfficerIsToldOnceAndRemindedAtTheEndOfTheLastDay() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(require(1))
                    .expectEvents(required(1))
                    .expectResultMessagePayload(new Answer("amina", 2));

            assertThat(reminders.waiting()).isEqualTo(Map.of(REMINDER + 1, END_OF_DUE));
        }

        @Test
        void whoWasToldIsNotToldAgainAlsoWithAnotherDay() {
            officer()
                    .given(AMINA_REGISTERED, required(1), training("t-1", "2026-01-01"))
                    .when(new RequireAcknowledgement("amina", "social-media", 1, DUE.plusDays(30)))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 3));

            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void whoMissedItIsNotToldAgain() {
            officer()
                    .given(AMINA_REGISTERED, required(1), missed(1))
                    .when(require(1))
                    .expectNoEvents();

            assertThat(reminders.waiting()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "1, 2", "2, 2", "1, 3", "2, 3"})
        void whoAcknowledgedThatVersionOrALaterOneIsNotTold(int asked, int done) {
            officer()
                    .given(AMINA_REGISTERED, acknowledged(done, "2026-03-05"))
                    .when(require(asked))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));

            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void whoAcknowledgedAnEarlierVersionOrAnotherPolicyIsTold() {
            officer()
                    .given(AMINA_REGISTERED, required(1), acknowledged(1, "2026-01-05"))
                    .when(require(2))
                    .expectEvents(required(2));
            officer()
                    .given(AMINA_REGISTERED, acknowledged(2, "2026-02-05"))
                    .when(new RequireAcknowledgement("amina", "email", 1, DUE))
                    .expectEvents(new AcknowledgementRequired("amina", "email", 1, DUE));

            assertThat(reminders.waiting().keySet())
                    .containsExactlyInAnyOrder(REMINDER + 2, "acknowledgement/amina/email:1");
        }

        /** Spring nights are short and autumn nights long: the day ends at midnight by London's clocks all the same. */
        @ParameterizedTest
        @CsvSource({
            "2026-03-27, 2026-03-28T00:00:00Z",
            "2026-03-28, 2026-03-29T00:00:00Z",
            "2026-03-29, 2026-03-29T23:00:00Z",
            "2026-03-30, 2026-03-30T23:00:00Z",
            "2026-10-23, 2026-10-23T23:00:00Z",
            "2026-10-24, 2026-10-24T23:00:00Z",
            "2026-10-25, 2026-10-26T00:00:00Z",
            "2026-10-26, 2026-10-27T00:00:00Z",
            "2027-03-27, 2027-03-28T00:00:00Z",
            "2027-03-28, 2027-03-28T23:00:00Z",
            "2027-10-30, 2027-10-30T23:00:00Z",
            "2027-10-31, 2027-11-01T00:00:00Z",
        })
        void theLastDayEndsAtMidnightInLondonAlsoWhereTheClocksChange(LocalDate lastDay, Instant end) {
            officer().given(AMINA_REGISTERED).when(new RequireAcknowledgement("amina", "social-media", 1, lastDay));

            assertThat(reminders.waiting()).isEqualTo(Map.of(REMINDER + 1, end));
        }
    }

    @Nested
    class Meeting {

        @Test
        void acknowledgingCallsTheReminderOff() {
            waitFor(1);

            officer()
                    .given(AMINA_REGISTERED, required(1))
                    .when(acknowledge(1))
                    .expectEvents(acknowledged(1, "2026-11-14"));

            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void acknowledgingALaterVersionMeetsTheEarlierOnesToo() {
            waitFor(1);
            waitFor(2);

            officer()
                    .given(AMINA_REGISTERED, required(1), required(2))
                    .when(acknowledge(3))
                    .expectEvents(acknowledged(3, "2026-11-14"));

            assertThat(reminders.waiting()).isEmpty();
        }

        @Test
        void acknowledgingAnEarlierVersionLeavesTheLaterOneOpen() {
            waitFor(1);
            waitFor(2);

            officer()
                    .given(AMINA_REGISTERED, required(1), required(2))
                    .when(acknowledge(1))
                    .expectEvents(acknowledged(1, "2026-11-14"));

            assertThat(reminders.waiting()).containsOnlyKeys(REMINDER + 2);
        }

        @Test
        void acknowledgingOnePolicyLeavesAnotherOpen() {
            reminders.set(END_OF_DUE, OfficerReminders.ACKNOWLEDGEMENT, "amina", "email:1");

            officer()
                    .given(AMINA_REGISTERED, new AcknowledgementRequired("amina", "email", 1, DUE))
                    .when(acknowledge(1))
                    .expectEvents(acknowledged(1, "2026-11-14"));

            assertThat(reminders.waiting()).containsOnlyKeys("acknowledgement/amina/email:1");
        }

        @Test
        void aStaleAcknowledgementCallsNothingOff() {
            waitFor(1);

            officer()
                    .given(AMINA_REGISTERED, required(1))
                    .when(acknowledge(1), ifMatch(1))
                    .expectNoEvents();

            assertThat(reminders.waiting()).containsOnlyKeys(REMINDER + 1);
        }

        @Test
        void anAcknowledgementAfterTheDayIsRecordedAllTheSame() {
            officer()
                    .given(AMINA_REGISTERED, required(1), missed(1))
                    .when(acknowledge(1))
                    .expectEvents(acknowledged(1, "2026-11-14"));
        }

        private void waitFor(int version) {
            reminders.set(END_OF_DUE, OfficerReminders.ACKNOWLEDGEMENT, "amina", "social-media:" + version);
        }

        private AcknowledgePolicy acknowledge(int version) {
            return new AcknowledgePolicy(
                    "amina", new Acknowledgement("social-media", version, day("2026-11-14")), AMINA);
        }
    }

    /** What the reminder leads to once the day is over. */
    @Nested
    class Missing {

        private FixtureConfiguration<Officer> officer() {
            return Bench.on(DUE.plusDays(1), reminders, Officer.class, POLICY);
        }

        @Test
        void itIsNotMissedBeforeTheDayIsOver() {
            for (LocalDate early : List.of(TODAY, DUE)) {
                Bench.on(early, Officer.class, POLICY)
                        .given(AMINA_REGISTERED, required(1))
                        .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                        .expectNoEvents()
                        .expectException(IllegalStateException.class);
            }
        }

        @Test
        void whoDidNotAcknowledgeMissedIt() {
            officer()
                    .given(AMINA_REGISTERED, required(1))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                    .expectEvents(missed(1))
                    .expectResultMessagePayload(new Answer("amina", 3));
        }

        @Test
        void itIsMissedOnce() {
            officer()
                    .given(AMINA_REGISTERED, required(1), missed(1))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                    .expectNoEvents();
        }

        @Test
        void whoAcknowledgedInTimeOrLateDidNotMissItFromThenOn() {
            officer()
                    .given(AMINA_REGISTERED, required(1), acknowledged(1, "2026-11-20"))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                    .expectNoEvents();
            officer()
                    .given(AMINA_REGISTERED, required(1), missed(1), acknowledged(1, "2026-12-20"))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                    .expectNoEvents();
        }

        /** Version 3 is a minor one: whoever has read it has read what version 2 asks for. */
        @Test
        void whoAcknowledgedVersionTwoOrThreeNeverMissesVersionTwo() {
            officer()
                    .given(AMINA_REGISTERED, required(2), acknowledged(2, "2026-11-20"))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 2))
                    .expectNoEvents();
            officer()
                    .given(AMINA_REGISTERED, required(2), acknowledged(3, "2026-11-20"))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 2))
                    .expectNoEvents();
        }

        @Test
        void whoAcknowledgedOnlyAnEarlierVersionMissedTheLaterOne() {
            officer()
                    .given(AMINA_REGISTERED, required(1), acknowledged(1, "2026-11-20"), required(2))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 2))
                    .expectEvents(missed(2));
        }

        @ParameterizedTest
        @CsvSource({"2026-11-16, false", "2026-11-29, false", "2026-11-30, true"})
        void aPolicyWithdrawnByThatDayIsNotMissed(LocalDate withdrawnOn, boolean stillMissed) {
            KnownStreams withdrawn = new KnownStreams()
                    .with(
                            version(1, Significance.MAJOR, "2026-01-01"),
                            new PolicyWithdrawn("social-media", withdrawnOn, "Done with"));
            ResultValidator<Officer> result = Bench.on(DUE.plusDays(1), Officer.class, withdrawn)
                    .given(AMINA_REGISTERED, required(1))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 1));

            if (stillMissed) {
                result.expectEvents(missed(1));
            } else {
                result.expectNoEvents().expectResultMessagePayload(new Answer("amina", 2));
            }
        }

        @Test
        void whoHadNoOpenAccountUnderThePolicyByThenMissedNothing() {
            Bench.on(DUE.plusDays(1), Officer.class, new KnownStreams(), KnownAccounts.NONE)
                    .given(AMINA_REGISTERED, required(1))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void whatWasNeverRequiredIsNeverMissed() {
            officer()
                    .given(AMINA_REGISTERED, required(1))
                    .when(new NoteAcknowledgementMissed("amina", "social-media", 2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }
    }

    private static RequireAcknowledgement require(int version) {
        return new RequireAcknowledgement("amina", "social-media", version, DUE);
    }

    private static AcknowledgementRequired required(int version) {
        return new AcknowledgementRequired("amina", "social-media", version, DUE);
    }

    private static AcknowledgementMissed missed(int version) {
        return new AcknowledgementMissed("amina", "social-media", version, DUE);
    }
}
