package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.story.Story.BEN_REGISTERED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.scope.Scopes;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;

class ConversingTest extends BenchOfOfficers {

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
        known.with(AMINA_REGISTERED, BEN_REGISTERED, reported("case-1", "amina"), reported("case-2", "ben"));
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
    void whoMayActOnTheirOwnUnitAloneHoldsNoneWithSomebodyOfAnother() {
        officer()
                .given(AMINA_REGISTERED, detailsChanged("Amina Khan"))
                .when(converse("c-1", TODAY, null, null, SERGEANT), Map.of(Scopes.WITHIN_UNIT, "harbour"))
                .expectEvents(held("c-1", TODAY, "sergeant", null));
        officer()
                .given(AMINA_REGISTERED)
                .when(converse("c-1", TODAY, null, null, SERGEANT), Map.of(Scopes.WITHIN_UNIT, "traffic"))
                .expectNoEvents()
                .expectException(Refused.asForbidden("not-your-unit"));
        officer()
                .given(AMINA_REGISTERED)
                .when(converse("c-1", TODAY, null, null, SERGEANT), Map.of(Scopes.WITHIN_UNIT, ""))
                .expectNoEvents()
                .expectException(Refused.asForbidden("not-your-unit"));
    }

    @Test
    void toACaseThatTheyMayNotKnowOfTheyAreAnsweredAsToNone() {
        known.with(AMINA_REGISTERED, new OfficerRegistered("tomtown", "Tom Town", "77", "town", false))
                .with(reported("of-another-unit", "tomtown"), reported("of-nobody-known", "stranger"))
                .with(reported("restricted", "amina"))
                .with(new TransgressionRestricted("restricted", "amina", "harbour-x", List.of("standards"), "covert"));
        for (String caseId : List.of("none", "of-another-unit", "of-nobody-known", "restricted")) {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(converse("c-1", TODAY, null, caseId, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("no-such-transgression"));
        }
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

    private CoachingConversationRecorded held(String id, LocalDate heldOn, String heldBy, @Nullable String accountId) {
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
