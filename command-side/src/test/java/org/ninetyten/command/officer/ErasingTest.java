package org.ninetyten.command.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.ErasureCommand.Erase;
import org.ninetyten.command.officer.ErasureCommand.LiftLegalHold;
import org.ninetyten.command.officer.ErasureCommand.PlaceLegalHold;
import org.ninetyten.command.officer.ErasureGrounds.OwnCase;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.Refused;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldLifted;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldPlaced;
import org.ninetyten.events.officer.OfficerEvent.OfficerErased;
import org.ninetyten.events.officer.OfficerEvent.OfficerErasureProposed;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.stored.Provenance;

class ErasingTest {

    private static final Actor STANDARDS = new Actor("standards", Role.STANDARDS, null);
    private static final OfficerLeft LEFT = new OfficerLeft("amina", TODAY.minusYears(6));
    private static final LegalHoldPlaced HOLD = new LegalHoldPlaced("amina", "claim", "A claim");
    private static final LegalHoldLifted LIFTED = new LegalHoldLifted("amina", "claim", "Settled");
    private static final Object PROPOSED = by("comms", new OfficerErasureProposed("amina", "e", "Six years"));
    private static final OfficerErased ERASED = new OfficerErased("amina", "e", List.of("harbour-x"));

    private final List<String> forgotten = new ArrayList<>();
    private List<OwnCase> cases = List.of();
    private List<String> openAccounts = List.of();

    private FixtureConfiguration<Officer> officer() {
        Forgetting keys = (officerId, accountIds) -> {
            forgotten.add(officerId);
            forgotten.addAll(accountIds);
        };
        return Bench.on(TODAY, Officer.class, keys, new Retention(6), new Grounds());
    }

    private final class Grounds implements ErasureGrounds {

        @Override
        public List<OwnCase> cases(String officerId, Actor asking) {
            return cases;
        }

        @Override
        public List<String> accountsLeftBehind(String officerId) {
            return openAccounts;
        }

        @Override
        public List<String> accountsToForget(String officerId) {
            return List.of("harbour-x");
        }
    }

    private static Object by(String actor, Object event) {
        return GenericEventMessage.asEventMessage(event).andMetaData(Map.of(Provenance.ACTOR_ID, actor));
    }

    private static Erase erase(@Nullable String erasureId, String reason, Actor by) {
        return new Erase("amina", new ErasureCommand.Erasure(erasureId, reason), by);
    }

    @Test
    void onePersonProposesAndAnotherErases() {
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(erase("e", "Six years", COMMS))
                .expectEvents(new OfficerErasureProposed("amina", "e", "Six years"))
                .expectResultMessagePayload(new Answer("amina", 3));
        assertThat(forgotten).isEmpty();

        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED)
                .when(erase("e", "I agree", STANDARDS))
                .expectEvents(ERASED)
                .expectResultMessagePayload(new Answer("amina", 4));
        assertThat(forgotten).containsExactly("amina", "harbour-x");
    }

    @Test
    void nobodyDoesBoth() {
        for (Erase again : List.of(erase(null, "Six years", COMMS), erase("other", "Six years", COMMS))) {
            officer()
                    .given(AMINA_REGISTERED, LEFT, PROPOSED)
                    .when(again)
                    .expectNoEvents()
                    .expectException(Refused.byRule("not-independent"));
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void aRetriedProposalAndARetriedErasureAreAnsweredAsTheFirst() {
        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED)
                .when(erase("e", "Six years", COMMS))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 3));
        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED, by("standards", ERASED))
                .when(erase("e", "I agree", STANDARDS))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 4));
        assertThat(forgotten).isEmpty();
    }

    @Test
    void anotherErasureThanTheOneThatWasProposedIsNotConfirmed() {
        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED)
                .when(erase("other", "I agree", STANDARDS))
                .expectNoEvents()
                .expectException(Refused.byRule("id-conflict", Map.of("erasureId", "e")));
    }

    @Test
    void whoIsStillThereIsNotErased() {
        officer()
                .given(AMINA_REGISTERED)
                .when(erase("e", "Please", COMMS))
                .expectNoEvents()
                .expectException(Refused.byRule("not-left"));
    }

    @Test
    void nothingIsErasedUnderALegalHoldAlsoWhereOneWasPlacedAfterTheProposal() {
        officer()
                .given(AMINA_REGISTERED, LEFT, HOLD)
                .when(erase("e", "Six years", COMMS))
                .expectNoEvents()
                .expectException(Refused.byRule("on-legal-hold", Map.of("legalHolds", List.of("claim"))));
        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED, HOLD)
                .when(erase("e", "I agree", STANDARDS))
                .expectNoEvents()
                .expectException(Refused.byRule("on-legal-hold", Map.of("legalHolds", List.of("claim"))));
        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED, HOLD, LIFTED)
                .when(erase("e", "I agree", STANDARDS))
                .expectEvents(ERASED);
    }

    @Test
    void everythingIsKeptForItsTimeAfterTheyLeft() {
        OfficerLeft later = new OfficerLeft("amina", TODAY.minusYears(6).plusDays(1));
        officer()
                .given(AMINA_REGISTERED, later)
                .when(erase("e", "Too early", COMMS))
                .expectNoEvents()
                .expectException(Refused.byRule(
                        "retention-not-over",
                        Map.of("erasableFrom", TODAY.plusDays(1).toString())));
    }

    @Test
    void andForItsTimeAfterTheirLastCaseEnded() {
        cases = List.of(new OwnCase("harbour-photo", TODAY.minusYears(1), true));
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(erase("e", "Too early", COMMS))
                .expectNoEvents()
                .expectException(Refused.byRule(
                        "retention-not-over",
                        Map.of("erasableFrom", TODAY.plusYears(5).toString())));
    }

    @Test
    void nothingIsErasedWhileACaseOrAnAccountIsOpen() {
        cases = List.of(new OwnCase("harbour-photo", null, true));
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(erase("e", "Six years", COMMS))
                .expectException(Refused.byRule("case-open", Map.of("transgressions", List.of("harbour-photo"))));
        cases = List.of();
        openAccounts = List.of("harbour-x");
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(erase("e", "Six years", COMMS))
                .expectException(Refused.byRule("account-open", Map.of("accounts", List.of("harbour-x"))));
    }

    @Test
    void aCaseThatTheyMayNotKnowOfKeepsWhatIsToldAndIsNotNamed() {
        Map<String, Object> nothingNamed = Map.of("legalHolds", List.of());
        for (OwnCase unseen :
                List.of(new OwnCase("covert", null, false), new OwnCase("covert", TODAY.minusYears(1), false))) {
            cases = List.of(new OwnCase("harbour-photo", TODAY.minusYears(7), true), unseen);
            officer()
                    .given(AMINA_REGISTERED, LEFT)
                    .when(erase("e", "Six years", COMMS))
                    .expectNoEvents()
                    .expectException(Refused.byRule("on-legal-hold", nothingNamed));
        }
    }

    @Test
    void whatTheyMayKnowOfIsToldFirstAndAsIfThereWereNothingElse() {
        OwnCase unseen = new OwnCase("covert", TODAY.minusYears(1), false);
        cases = List.of(new OwnCase("harbour-photo", TODAY.minusYears(2), true), unseen);
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(erase("e", "Six years", COMMS))
                .expectException(Refused.byRule(
                        "retention-not-over",
                        Map.of("erasableFrom", TODAY.plusYears(4).toString())));
    }

    @Test
    void nothingMoreIsRecordedOfWhoeverWasErased() {
        OfficerCommand.Details details = new OfficerCommand.Details("Amina Yusuf", "4471", "harbour", false);
        for (Object command : List.of(
                new RegisterOfficer("amina", details),
                new ChangeOfficerDetails("amina", details),
                new PlaceLegalHold("amina", "late", "Too late"),
                erase("another", "Again", COMMS))) {
            officer()
                    .given(AMINA_REGISTERED, LEFT, PROPOSED, by("standards", ERASED))
                    .when(command)
                    .expectNoEvents()
                    .expectException(Refused.byRule("erased"));
        }
    }

    @Test
    void whatTheSystemDoesOfItselfComesToNothingForThem() {
        officer()
                .given(AMINA_REGISTERED, LEFT, PROPOSED, by("standards", ERASED))
                .when(new RequireAcknowledgement("amina", "social-media", 1, TODAY))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 4));
    }

    @Test
    void aHoldIsPlacedAndLiftedOnceAndNotPlacedAgainUnderItsId() {
        officer()
                .given(AMINA_REGISTERED)
                .when(new PlaceLegalHold("amina", "claim", "A claim"))
                .expectEvents(HOLD);
        officer()
                .given(AMINA_REGISTERED, HOLD)
                .when(new PlaceLegalHold("amina", "claim", "A claim"))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 2));
        officer()
                .given(AMINA_REGISTERED, HOLD)
                .when(new PlaceLegalHold("amina", "claim", "Another claim"))
                .expectException(Refused.byRule("id-conflict"));
        officer()
                .given(AMINA_REGISTERED, HOLD)
                .when(new LiftLegalHold("amina", "claim", "Settled"))
                .expectEvents(LIFTED);
        officer()
                .given(AMINA_REGISTERED, HOLD, LIFTED)
                .when(new LiftLegalHold("amina", "claim", "Settled"))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 3));
        officer()
                .given(AMINA_REGISTERED, HOLD, LIFTED)
                .when(new PlaceLegalHold("amina", "claim", "A claim"))
                .expectException(Refused.byRule("legal-hold-lifted"));
    }

    @Test
    void aHoldThatIsNotThereIsNotLifted() {
        officer()
                .given(AMINA_REGISTERED)
                .when(new LiftLegalHold("amina", "claim", "Settled"))
                .expectNoEvents()
                .expectException(Refused.asNotThere("no-such-legal-hold"));
    }
}
