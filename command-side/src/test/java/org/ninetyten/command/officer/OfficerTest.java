package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

class OfficerTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final KnownStreams known = new KnownStreams();

    private FixtureConfiguration<Officer> officer() {
        return officerOn(TODAY);
    }

    private FixtureConfiguration<Officer> officerOn(LocalDate day) {
        return Bench.on(day, Officer.class, known);
    }

    @Nested
    class Registering {

        private final RegisterOfficer register =
                new RegisterOfficer("amina", new OfficerCommand.Details("Amina Khan", "1234", "harbour", null));

        @Test
        void anOfficerIsRegisteredAndIsNoStaffUnlessTheCommandSaysSo() {
            officer()
                    .givenNoPriorActivity()
                    .when(register)
                    .expectEvents(AMINA_REGISTERED)
                    .expectResultMessagePayload(new Answer("amina", 1));
        }

        @Test
        void policeStaffAreRegisteredAsSuch() {
            officer()
                    .givenNoPriorActivity()
                    .when(new RegisterOfficer("carol", new OfficerCommand.Details("Carol", "S1", "harbour", true)))
                    .expectEvents(new OfficerRegistered("carol", "Carol", "S1", "harbour", true));
        }

        @Test
        void aRetryRecordsNothingAndIsAnsweredAsTheFirstWas() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(register)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 1));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEvents() {
            officer()
                    .given(AMINA_REGISTERED, detailsChanged("Amina Shah"), training("t-1", "2026-01-01"))
                    .when(register, ifMatch(2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 1));
        }

        @Test
        void leavingOutStaffSaysTheSameAsFalse() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(new RegisterOfficer(
                            "amina", new OfficerCommand.Details("Amina Khan", "1234", "harbour", false)))
                    .expectNoEvents();
        }

        @Test
        void theSameIdForSomeoneElseIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(new RegisterOfficer("amina", new OfficerCommand.Details("Ben", "1235", "harbour", null)))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aVersionThatNeverWasIsStale() {
            officer()
                    .givenNoPriorActivity()
                    .when(register, ifMatch(3))
                    .expectNoEvents()
                    .expectException(Refused.asStale(0));
        }
    }

    @Nested
    class ChangingDetails {

        @Test
        void changedDetailsAreRecordedWhole() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(change("Amina Shah"))
                    .expectEvents(detailsChanged("Amina Shah"))
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void theSameDetailsAgainAreARetry() {
            officer()
                    .given(AMINA_REGISTERED, detailsChanged("Amina Shah"), training("t-1", "2026-01-01"))
                    .when(change("Amina Shah"), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void detailsMayGoBackToWhatTheyOnceWere() {
            officer()
                    .given(AMINA_REGISTERED, detailsChanged("Amina Shah"), detailsChanged("Amina Khan"))
                    .when(change("Amina Shah"))
                    .expectEvents(detailsChanged("Amina Shah"))
                    .expectResultMessagePayload(new Answer("amina", 4));
        }

        @Test
        void aStaleChangeIsRefusedAndAFreshOneIsNot() {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .when(change("Amina Shah"), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .when(change("Amina Shah"), ifMatch(2))
                    .expectEvents(detailsChanged("Amina Shah"));
        }

        @Test
        void nobodyIsChangedWhoWasNotRegistered() {
            officer()
                    .givenNoPriorActivity()
                    .when(change("Amina Shah"))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        private ChangeOfficerDetails change(String name) {
            return new ChangeOfficerDetails("amina", new OfficerCommand.Details(name, "1234", "harbour", null));
        }
    }

    @Nested
    class RecordingTraining {

        @Test
        void trainingIsRecordedAndNeedNotSayHowLongItCounts() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(train("t-1", day("2026-01-01"), null))
                    .expectEvents(training("t-1", "2026-01-01"))
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void trainingMayCountForASingleDay() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(train("t-1", TODAY, TODAY))
                    .expectEvents(new TrainingRecorded("amina", "t-1", "Posting well", TODAY, TODAY));
        }

        @Test
        void trainingCannotHaveBeenCompletedTomorrow() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(train("t-1", TOMORROW, null))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/completedOn"));
        }

        @Test
        void trainingCannotStopCountingBeforeItWasCompleted() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(train("t-1", TODAY, TODAY.minusDays(1)))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("invalid", "/validUntil"));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEvents() {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"), training("t-2", "2026-02-01"))
                    .when(train("t-1", day("2026-01-01"), null), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void theSameIdForAnotherTrainingIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .when(train("t-1", day("2026-01-02"), null))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void staleTrainingIsRefused() {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .when(train("t-2", TODAY, null), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void nobodyIsTrainedWhoWasNotRegistered() {
            officer()
                    .givenNoPriorActivity()
                    .when(train("t-1", TODAY, null))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        private RecordTraining train(String id, LocalDate completedOn, @Nullable LocalDate validUntil) {
            return new RecordTraining(
                    "amina", new OfficerCommand.Training(id, "Posting well", completedOn, validUntil));
        }
    }

    @Nested
    class Acknowledging {

        private Acknowledging() {
            known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));
        }

        @Test
        void anOfficerAcknowledgesForThemselvesTodayUnlessTheySayWhen() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(acknowledge(1, null, AMINA))
                    .expectEvents(new PolicyAcknowledged("amina", "social-media", 1, TODAY, false))
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void whatSomeoneElseRecordsWasSignedOnPaper() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(acknowledge(1, day("2026-03-01"), COMMS))
                    .expectEvents(new PolicyAcknowledged("amina", "social-media", 1, day("2026-03-01"), true));
        }

        @Test
        void nobodyAcknowledgesTomorrow() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(acknowledge(1, TOMORROW, AMINA))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/acknowledgedOn"));
        }

        @Test
        void aVersionThatWasNotPublishedCannotBeAcknowledged() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(acknowledge(2, null, AMINA))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-policy-version"));
        }

        /** Version 2 is published today for next year, and version 1 was in force long before it was brought in. */
        @ParameterizedTest
        @CsvSource({
            "1, 2025-12-31, false",
            "1, 2026-01-01, true",
            "2, 2026-11-14, false",
            "2, 2026-11-15, true",
        })
        void nobodyAcknowledgedAVersionBeforeItExisted(int version, LocalDate on, boolean taken) {
            known.with(version(2, Significance.MAJOR, "2027-01-01"));

            ResultValidator<Officer> result = officer().given(AMINA_REGISTERED).when(acknowledge(version, on, COMMS));

            if (taken) {
                result.expectEvents(new PolicyAcknowledged("amina", "social-media", version, on, true));
            } else {
                result.expectNoEvents()
                        .expectException(Refused.asInvalid("acknowledged-before-version", "/acknowledgedOn"));
            }
        }

        @Test
        void aPolicyThatIsNotThereCannotBeAcknowledged() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(new AcknowledgePolicy("amina", new OfficerCommand.Acknowledgement("no-such", 1, null), AMINA))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-policy-version"));
        }

        @Test
        void aRetryAfterMidnightThatLeavesOutTheDayMeansTheDayItWasFirstTakenFor() {
            officerOn(TOMORROW)
                    .given(AMINA_REGISTERED, acknowledged(1, TODAY.toString()), training("t-1", "2026-01-01"))
                    .when(acknowledge(1, null, AMINA), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void eachVersionIsAcknowledgedOnItsOwn() {
            known.with(version(2, Significance.MAJOR, "2026-06-01"));
            officer()
                    .given(AMINA_REGISTERED, acknowledged(1, "2026-01-05"))
                    .when(acknowledge(2, null, AMINA))
                    .expectEvents(acknowledged(2, TODAY.toString()));
        }

        @Test
        void theSameVersionOnAnotherDayIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, acknowledged(1, "2026-01-05"))
                    .when(acknowledge(1, day("2026-01-06"), AMINA))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aStaleAcknowledgementIsRefused() {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .when(acknowledge(1, null, AMINA), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void nobodyAcknowledgesWhoWasNotRegistered() {
            officer()
                    .givenNoPriorActivity()
                    .when(acknowledge(1, null, AMINA))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        private AcknowledgePolicy acknowledge(int version, @Nullable LocalDate on, Actor by) {
            return new AcknowledgePolicy("amina", new OfficerCommand.Acknowledgement("social-media", version, on), by);
        }
    }

    @Nested
    class Conversing {

        @Test
        void aConversationIsHeldByWhoeverRecordsIt() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, null, null, SERGEANT))
                    .expectEvents(held("c-1", TODAY, "sergeant", null))
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void aConversationMayBeAboutAnAccount() {
            known.with(ACCOUNT_REQUESTED);
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, "harbour-x", null, SERGEANT))
                    .expectEvents(held("c-1", TODAY, "sergeant", "harbour-x"));
        }

        @Test
        void aConversationCannotBeAboutAnAccountThatIsNotThere() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, "harbour-x", null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-account"));
        }

        @Test
        void aConversationCannotBeAboutATransgressionThatIsNotThere() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, null, "case-1", SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-transgression"));
        }

        @Test
        void aConversationMayBeAboutACaseOfTheOfficersOwnAndOfNobodyElse() {
            known.with(reported("case-1", "amina"), reported("case-2", "ben"));
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, null, "case-1", SERGEANT))
                    .expectEvents(new CoachingConversationRecorded(
                            "amina",
                            "c-1",
                            TODAY,
                            SERGEANT.id(),
                            List.of("tone"),
                            "Went well",
                            List.of("Read it aloud first"),
                            reported("case-1", "amina").accountId(),
                            "case-1"));
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, null, "case-2", SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("transgression-of-another-officer"));
        }

        @Test
        void aConversationWasNotHeldTomorrow() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TOMORROW, null, null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/heldOn"));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEvents() {
            officer()
                    .given(AMINA_REGISTERED, held("c-1", TODAY, "sergeant", null), training("t-1", "2026-01-01"))
                    .when(converse("c-1", TODAY, null, null, SERGEANT), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void theSameIdForAnotherConversationIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, held("c-1", TODAY, "sergeant", null))
                    .when(converse("c-1", TODAY.minusDays(1), null, null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void theSameConversationHeldBySomeoneElseIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, held("c-1", TODAY, "sergeant", null))
                    .when(converse("c-1", TODAY, null, null, BEN))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aStaleConversationIsRefused() {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                    .when(converse("c-1", TODAY, null, null, SERGEANT), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void nobodyIsSpokenWithWhoWasNotRegistered() {
            officer()
                    .givenNoPriorActivity()
                    .when(converse("c-1", TODAY, null, null, SERGEANT))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }

        private RecordCoachingConversation converse(
                String id, LocalDate heldOn, @Nullable String accountId, @Nullable String transgressionId, Actor by) {
            return new RecordCoachingConversation(
                    "amina",
                    new OfficerCommand.Conversation(
                            id,
                            heldOn,
                            List.of("tone"),
                            "Went well",
                            List.of("Read it aloud first"),
                            accountId,
                            transgressionId),
                    by);
        }

        private TransgressionReported reported(String id, String officerId) {
            return new TransgressionReported(
                    id,
                    "harbour-x",
                    officerId,
                    Instant.parse("2026-05-01T09:30:00Z"),
                    new Post("abc", null, "0".repeat(64)),
                    Category.PERSONAL_DATA,
                    "A name was in it",
                    null,
                    false,
                    new PinnedFacts("social-media", 1, true, true, 0),
                    null);
        }

        private CoachingConversationRecorded held(
                String id, LocalDate heldOn, String heldBy, @Nullable String accountId) {
            return new CoachingConversationRecorded(
                    "amina",
                    id,
                    heldOn,
                    heldBy,
                    List.of("tone"),
                    "Went well",
                    List.of("Read it aloud first"),
                    accountId,
                    null);
        }
    }

    private static OfficerDetailsChanged detailsChanged(String name) {
        return new OfficerDetailsChanged("amina", name, "1234", "harbour", false);
    }
}
