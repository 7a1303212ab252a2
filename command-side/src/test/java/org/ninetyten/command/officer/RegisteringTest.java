package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.training;

import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;

class RegisteringTest extends BenchOfOfficers {

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
                .when(new RegisterOfficer("amina", new OfficerCommand.Details("Amina Khan", "1234", "harbour", false)))
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
