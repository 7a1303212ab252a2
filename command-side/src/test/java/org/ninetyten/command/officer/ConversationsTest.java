package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.ConversationCommand.AddConversationNote;
import org.ninetyten.command.officer.ConversationCommand.CompleteAgreedAction;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

class ConversationsTest {

    private static final LocalDate HELD_ON = day("2026-11-02");
    private static final CoachingConversationRecorded HELD = held(null, null);
    private static final CoachingConversationRecorded ABOUT_CASE = held("harbour-x", "case-1");
    private static final OfficerNotified NOTIFIED = new OfficerNotified(
            "case-1", "amina", "harbour-x", TODAY, List.of("personal-data"), "why", "good", TODAY.plusDays(9));

    /** Amina's line manager, who is Amina's own officer record as well. */
    private static final Actor AMINA_AS_SUPERVISOR = new Actor("amina", Role.SUPERVISOR, "amina");

    private final KnownStreams known = new KnownStreams();

    private FixtureConfiguration<Officer> officer() {
        return Bench.on(TODAY, Officer.class, known);
    }

    @Nested
    class TickingOff {

        @Test
        void anAgreedActionIsTickedOffByItsNumber() {
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(complete(2, TODAY, "Done", SERGEANT))
                    .expectEvents(completed(2, TODAY, "Done", HELD, false))
                    .expectResultMessagePayload(new Answer("amina", 3));
        }

        @Test
        void theOfficerMayDoSoThemselvesAndOnTheDayOfTheConversation() {
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(complete(1, HELD_ON, null, AMINA))
                    .expectEvents(completed(1, HELD_ON, null, HELD, false));
        }

        @Test
        void whatTheConversationIsAboutStandsInTheEvent() {
            known.with(reported(), NOTIFIED);
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(complete(1, TODAY, null, AMINA))
                    .expectEvents(completed(1, TODAY, null, ABOUT_CASE, false));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
        void noActionStandsUnderAnotherNumber(int action) {
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(complete(action, TODAY, null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-action"));
        }

        @Test
        void aConversationThatWasNotHeldHasNoActions() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(complete(1, TODAY, null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-conversation"));
        }

        @Test
        void nothingIsDoneBeforeItWasAgreedNorTomorrow() {
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(complete(1, HELD_ON.minusDays(1), null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("completed-before-agreed", "/completedOn"));
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(complete(1, TODAY.plusDays(1), null, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.asInvalid("date-in-future", "/completedOn"));
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasWhoeverSendsIt() {
            officer()
                    .given(
                            AMINA_REGISTERED,
                            HELD,
                            completed(1, TODAY, "Done", HELD, false),
                            training("t-1", "2026-01-01"))
                    .when(complete(1, TODAY, "Done", AMINA), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 3));
        }

        @Test
        void anActionIsTickedOffOnce() {
            officer()
                    .given(AMINA_REGISTERED, HELD, completed(1, TODAY, "Done", HELD, false))
                    .when(complete(1, TODAY, "Done twice", SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aStaleTickIsRefused() {
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(complete(1, TODAY, null, SERGEANT), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asStale(2));
        }

        @Test
        void whoWasNeverRegisteredHasNothingToTickOff() {
            officer()
                    .givenNoPriorActivity()
                    .when(complete(1, TODAY, null, SERGEANT))
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class Noting {

        @Test
        void anOfficersNoteStandsBesideTheSummary() {
            officer()
                    .given(AMINA_REGISTERED, HELD)
                    .when(note("n-1", "I see it otherwise"))
                    .expectEvents(noted("n-1", "I see it otherwise", HELD, false))
                    .expectResultMessagePayload(new Answer("amina", 3));
        }

        @Test
        void theirNotesAreSeveralAndEachHasItsId() {
            officer()
                    .given(AMINA_REGISTERED, HELD, noted("n-1", "One", HELD, false))
                    .when(note("n-2", "Two"))
                    .expectEvents(noted("n-2", "Two", HELD, false));
            officer()
                    .given(AMINA_REGISTERED, HELD, noted("n-1", "One", HELD, false))
                    .when(note("n-1", "One"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 3));
            officer()
                    .given(AMINA_REGISTERED, HELD, noted("n-1", "One", HELD, false))
                    .when(note("n-1", "Two"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void aConversationThatWasNotHeldHasNoNotes() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(note("n-1", "What?"))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-conversation"));
        }
    }

    @Nested
    class AboutACaseOfWhichTheyWereNotTold {

        @Test
        void theConversationIsNotThereForThemWhateverTheirRole() {
            known.with(reported(), assessed(Response.COACHING));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "What?"), ifMatch(1))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-conversation"));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(complete(9, TODAY, null, AMINA))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-conversation"));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(complete(1, TODAY, null, AMINA_AS_SUPERVISOR))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-conversation"));
        }

        @Test
        void theSupervisorTicksOffWhatWasAgreedInIt() {
            known.with(reported());
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(complete(1, TODAY, null, SERGEANT))
                    .expectEvents(completed(1, TODAY, null, ABOUT_CASE, false));
        }

        @Test
        void itIsThereOnceTheyAreToldOrItIsExplainedUnlessThatIsJudgedAnew() {
            known.with(reported(), assessed(null));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "Thank you"))
                    .expectEvents(noted("n-1", "Thank you", ABOUT_CASE, false));
            known.with(new TransgressionReopened("case-1", "amina", "harbour-x", "news"));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "Thank you"))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-conversation"));
            known.with(assessed(Response.COACHING), NOTIFIED);
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "Thank you"))
                    .expectEvents(noted("n-1", "Thank you", ABOUT_CASE, false));
        }
    }

    @Nested
    class InReflectivePractice {

        @Test
        void whatIsSaidWhileTheCaseIsInItIsMarkedAsSaidInIt() {
            known.with(reported(), assessed(Response.REFLECTIVE_PRACTICE), NOTIFIED);
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "I was tired"))
                    .expectEvents(noted("n-1", "I was tired", ABOUT_CASE, true));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(complete(1, TODAY, "She was tired", SERGEANT))
                    .expectEvents(completed(1, TODAY, "She was tired", ABOUT_CASE, true));
        }

        @Test
        void aReviewMayBringACaseIntoItAndOutOfIt() {
            known.with(reported(), assessed(Response.COACHING), NOTIFIED, decided(Response.REFLECTIVE_PRACTICE));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "I was tired"))
                    .expectEvents(noted("n-1", "I was tired", ABOUT_CASE, true));
            known.with(decided(Response.TRAINING));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE)
                    .when(note("n-1", "I was tired"))
                    .expectEvents(noted("n-1", "I was tired", ABOUT_CASE, false));
        }

        @Test
        void aRetryMeansWhatWasSaidThenAlsoOnceTheCaseHasLeftIt() {
            known.with(
                    reported(),
                    assessed(Response.REFLECTIVE_PRACTICE),
                    NOTIFIED,
                    decided(Response.MISCONDUCT_REFERRAL));
            officer()
                    .given(AMINA_REGISTERED, ABOUT_CASE, noted("n-1", "I was tired", ABOUT_CASE, true))
                    .when(note("n-1", "I was tired"))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 3));
        }
    }

    private static CoachingConversationRecorded held(@Nullable String accountId, @Nullable String transgressionId) {
        return new CoachingConversationRecorded(
                "amina",
                "c-1",
                HELD_ON,
                "sergeant",
                List.of("tone"),
                "Went well",
                List.of("Read it aloud first", "Show the next two drafts"),
                accountId,
                transgressionId);
    }

    private static CompleteAgreedAction complete(int action, LocalDate completedOn, @Nullable String note, Actor by) {
        return new CompleteAgreedAction("amina", "c-1", action, new ConversationCommand.Done(completedOn, note), by);
    }

    private static AddConversationNote note(String noteId, String note) {
        return new AddConversationNote("amina", "c-1", new ConversationCommand.OwnNote(noteId, note), AMINA);
    }

    private static AgreedActionCompleted completed(
            int action,
            LocalDate completedOn,
            @Nullable String note,
            CoachingConversationRecorded of,
            boolean reflective) {
        return new AgreedActionCompleted(
                "amina", "c-1", action, completedOn, note, of.accountId(), of.transgressionId(), reflective);
    }

    private static ConversationNoteAdded noted(
            String noteId, String note, CoachingConversationRecorded of, boolean reflective) {
        return new ConversationNoteAdded(
                "amina", "c-1", noteId, note, of.accountId(), of.transgressionId(), reflective);
    }

    private static TransgressionReported reported() {
        return new TransgressionReported(
                "case-1",
                "harbour-x",
                "amina",
                Instant.parse("2026-10-01T09:30:00Z"),
                new Post("abc", null, "0".repeat(64)),
                Category.PERSONAL_DATA,
                "A name was in it",
                null,
                false,
                new PinnedFacts("social-media", 1, true, true, 0),
                null);
    }

    /** @param response of a breach; absent where it is none */
    private static TransgressionAssessed assessed(@Nullable Response response) {
        boolean breach = response != null;
        return new TransgressionAssessed(
                "case-1",
                "amina",
                "harbour-x",
                TODAY,
                breach,
                "social-media",
                1,
                List.of(),
                breach ? Intent.CARELESS : null,
                breach ? Harm.LOW : null,
                List.of(),
                response,
                List.of(),
                response,
                null,
                "Because",
                breach ? TODAY.plusDays(5) : null,
                null);
    }

    private static ReviewDecided decided(Response response) {
        return new ReviewDecided("case-1", "amina", "harbour-x", false, response, "looked again", null);
    }
}
