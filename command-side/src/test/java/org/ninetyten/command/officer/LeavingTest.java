package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.AcknowledgePolicy;
import org.ninetyten.command.officer.OfficerCommand.ChangeOfficerDetails;
import org.ninetyten.command.officer.OfficerCommand.Leave;
import org.ninetyten.command.officer.OfficerCommand.NoteAcknowledgementMissed;
import org.ninetyten.command.officer.OfficerCommand.RecordCheckIn;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownHeldAccounts;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.story.Story;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.policy.Significance;

class LeavingTest {

    private static final OfficerLeft LEFT = new OfficerLeft("amina", TODAY);

    private final KnownStreams known = new KnownStreams();

    private FixtureConfiguration<Officer> officer() {
        return officerOn(TODAY);
    }

    private FixtureConfiguration<Officer> officerOn(LocalDate day) {
        PostingRights everyone = (officerId, accountId, on) -> {};
        KnownHeldAccounts accounts =
                new KnownHeldAccounts().under(day("2026-01-01"), Story.version(1, Significance.MAJOR, "2026-01-01"));
        return Bench.on(day, Officer.class, known, everyone, accounts);
    }

    @Test
    void anOfficerLeavesTodayUnlessTheCommandSaysWhen() {
        officer()
                .given(AMINA_REGISTERED)
                .when(leave(null))
                .expectEvents(LEFT)
                .expectResultMessagePayload(new Answer("amina", 2));
        officer().given(AMINA_REGISTERED).when(new Leave("amina", null)).expectEvents(LEFT);
        officer()
                .given(AMINA_REGISTERED)
                .when(leave(day("2020-02-01")))
                .expectEvents(new OfficerLeft("amina", day("2020-02-01")));
    }

    @Test
    void nobodyLeftTomorrow() {
        officer()
                .given(AMINA_REGISTERED)
                .when(leave(TODAY.plusDays(1)))
                .expectNoEvents()
                .expectException(Refused.asInvalid("date-in-future", "/leftOn"));
    }

    @Test
    void aRetryIsAnsweredAsTheFirstWasAlsoAfterMidnightWhereItLeavesOutTheDay() {
        for (Leave retry : List.of(leave(null), new Leave("amina", null), leave(TODAY))) {
            officerOn(TODAY.plusDays(1))
                    .given(AMINA_REGISTERED, LEFT)
                    .when(retry, ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }
    }

    @Test
    void leavingOnAnotherDayIsAConflict() {
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(leave(TODAY.minusDays(1)))
                .expectNoEvents()
                .expectException(Refused.byRule("id-conflict"));
    }

    @Test
    void whoIsNotThereCannotLeave() {
        officer().givenNoPriorActivity().when(leave(null)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void whoLeftIsGivenNeitherTrainingNorCheckInsNorAcknowledgements() {
        for (OfficerCommand command : List.of(
                new RecordTraining("amina", new OfficerCommand.Training("t-1", "c", TODAY, null)),
                new RecordCheckIn("amina", new OfficerCommand.CheckIn("c-1", TODAY, "n", null), SERGEANT),
                new AcknowledgePolicy("amina", new OfficerCommand.Acknowledgement("social-media", 1, TODAY), AMINA))) {
            officer()
                    .given(AMINA_REGISTERED, LEFT)
                    .when(command)
                    .expectNoEvents()
                    .expectException(Refused.byRule("officer-left"));
        }
    }

    @Test
    void whatWasRecordedBeforeIsStillAnsweredAsTheFirstTime() {
        officer()
                .given(AMINA_REGISTERED, training("t-1", "2026-01-01"), LEFT)
                .when(new RecordTraining(
                        "amina", new OfficerCommand.Training("t-1", "Posting well", day("2026-01-01"), null)))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 2));
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(new RegisterOfficer("amina", new OfficerCommand.Details("Amina Khan", "1234", "harbour", null)))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 1));
    }

    @Test
    void theirCasesGoOnAndTheirDetailsCanBePutRight() {
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(new RecordCoachingConversation(
                        "amina",
                        new OfficerCommand.Conversation("c-1", TODAY, List.of("t"), "s", List.of(), null, null),
                        SERGEANT))
                .expectSuccessfulHandlerExecution();
        officer()
                .given(AMINA_REGISTERED, LEFT)
                .when(new ChangeOfficerDetails(
                        "amina", new OfficerCommand.Details("Amina Shah", "1234", "harbour", null)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nothingFallsDueForThemAnyMore() {
        AcknowledgementRequired required = new AcknowledgementRequired("amina", "social-media", 1, TODAY.minusDays(1));
        for (Object command : List.of(
                new RequireAcknowledgement("amina", "social-media", 2, TODAY),
                new NoteCheckInMissed("amina", "social-media"),
                new NoteTrainingLapsed("amina"),
                new NoteAcknowledgementMissed("amina", "social-media", 1))) {
            officer()
                    .given(AMINA_REGISTERED, training("t-1", "2020-01-01"), required)
                    .andGiven(new OfficerLeft("amina", TODAY.minusDays(1)))
                    .when(command)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 4));
        }
        officer()
                .given(AMINA_REGISTERED, required, LEFT)
                .when(new NoteAcknowledgementMissed("amina", "social-media", 1))
                .expectEvents(new AcknowledgementMissed("amina", "social-media", 1, TODAY.minusDays(1)));
    }

    private static Leave leave(@Nullable LocalDate on) {
        return new Leave("amina", new OfficerCommand.Leaving(on));
    }
}
