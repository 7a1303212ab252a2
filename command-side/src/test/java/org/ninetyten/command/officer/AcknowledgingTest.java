package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.acknowledged;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;
import static org.ninetyten.command.story.Story.version;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.policy.Significance;

class AcknowledgingTest extends BenchOfOfficers {

    AcknowledgingTest() {
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
