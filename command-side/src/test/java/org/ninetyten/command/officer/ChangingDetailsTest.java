package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.training;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.story.Refused;

class ChangingDetailsTest extends BenchOfOfficers {

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
