package org.ninetyten.command.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.command.officer.AdviceCommand.AskAdvice;
import org.ninetyten.command.officer.AdviceCommand.GiveAdvice;
import org.ninetyten.command.officer.AdviceCommand.RecordAdviceOutcome;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.Refused;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;

class AdvisingTest {

    /** A Thursday; the commands are given at noon. */
    private static final LocalDate ASKED_ON = day("2026-11-12");

    private static final ReplyTime REPLY_TIME =
            new ReplyTime(8, new ReplyTime.Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)));

    private static final AdviceRequested ASKED =
            new AdviceRequested("amina", "a-1", "harbour-x", "Fog!", "May I?", Instant.parse("2026-11-13T10:00:00Z"));
    private static final AdviceGiven GIVEN =
            new AdviceGiven("amina", "a-1", "harbour-x", AdviceDecision.CHANGE_IT, "Say where");
    private static final AdviceOutcomeRecorded FOLLOWED = new AdviceOutcomeRecorded("amina", "a-1", "harbour-x", true);

    private static final PostingRights EVERYONE_MAY = (officer, account, day) -> {};

    private static FixtureConfiguration<Officer> officer() {
        return officerOn(ASKED_ON, EVERYONE_MAY);
    }

    private static FixtureConfiguration<Officer> officerOn(LocalDate day, PostingRights rights) {
        return Bench.on(day, Officer.class, REPLY_TIME, new WorkingDays(), rights);
    }

    @Nested
    class Asking {

        @Test
        void aQuestionIsDueAfterWorkingHours() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(ask("Fog!"))
                    .expectEvents(ASKED)
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void aRetryDoesNotPutOffTheReplyNorAskAgainWhetherTheyMayPost() {
            PostingRights nobodyMay = (officer, account, day) -> {
                throw Refusal.rule("not-holder-or-operator", "No longer");
            };
            officerOn(ASKED_ON.plusDays(3), nobodyMay)
                    .given(AMINA_REGISTERED, ASKED, training("t-1", "2026-01-01"))
                    .when(ask("Fog!"), ifMatch(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 2));
        }

        @Test
        void theSameIdForAnotherDraftIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, ASKED)
                    .when(ask("Sun!"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void whoCannotPostWithTheAccountTodayIsNotAdvisedOnIt() {
            PostingRights onlyYesterday = (officer, account, day) -> {
                if (officer.equals("amina") && account.equals("harbour-x") && day.equals(ASKED_ON)) {
                    throw Refusal.rule("not-holder-or-operator", "Not today");
                }
            };
            officerOn(ASKED_ON, onlyYesterday)
                    .given(AMINA_REGISTERED)
                    .when(ask("Fog!"))
                    .expectNoEvents()
                    .expectException(Refused.byRule("not-holder-or-operator"));
        }
    }

    @Nested
    class Answering {

        @Test
        void anAnswerSaysWhatToDoAndWhy() {
            officer()
                    .given(AMINA_REGISTERED, ASKED)
                    .when(reply(AdviceDecision.CHANGE_IT, COMMS))
                    .expectEvents(GIVEN)
                    .expectResultMessagePayload(new Answer("amina", 3));
        }

        @Test
        void anOverdueQuestionIsStillAnswered() {
            officerOn(ASKED_ON.plusDays(30), EVERYONE_MAY)
                    .given(AMINA_REGISTERED, ASKED)
                    .when(reply(AdviceDecision.CHANGE_IT, SERGEANT))
                    .expectEvents(GIVEN);
        }

        @Test
        void nobodyAnswersTheirOwnQuestionWhateverTheirRole() {
            for (Actor asker : new Actor[] {
                new Actor("amina", Role.SUPERVISOR, "amina"),
                new Actor("amina-khan", Role.COMMS, "amina"),
                new Actor("amina", Role.COMMS, null),
                new Actor("amina.k", Role.SUPERVISOR, null)
            }) {
                officer()
                        .given(AMINA_REGISTERED, askedBy("amina.k"))
                        .when(reply(AdviceDecision.GO_AHEAD, asker))
                        .expectNoEvents()
                        .expectException(Refused.byRule("not-independent"));
            }
        }

        @Test
        void aRetryIsAnsweredAsTheFirstWasAndAnotherAnswerIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, ASKED, GIVEN, FOLLOWED)
                    .when(reply(AdviceDecision.CHANGE_IT, COMMS), ifMatch(2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 3));
            officer()
                    .given(AMINA_REGISTERED, ASKED, GIVEN)
                    .when(reply(AdviceDecision.DO_NOT_POST, SERGEANT))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }

        @Test
        void whatWasNotAskedIsNotAnswered() {
            officer()
                    .given(AMINA_REGISTERED)
                    .when(reply(AdviceDecision.GO_AHEAD, COMMS))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-advice"));
        }
    }

    @Nested
    class TellingWhatBecameOfIt {

        @Test
        void theOfficerSaysWhetherTheyFollowedIt() {
            officer()
                    .given(AMINA_REGISTERED, ASKED, GIVEN)
                    .when(outcome(true))
                    .expectEvents(FOLLOWED)
                    .expectResultMessagePayload(new Answer("amina", 4));
        }

        @Test
        void nothingIsFollowedBeforeThereIsAnAnswer() {
            officer()
                    .given(AMINA_REGISTERED, ASKED)
                    .when(outcome(true))
                    .expectNoEvents()
                    .expectException(Refused.byRule("advice-not-answered"));
            officer()
                    .given(AMINA_REGISTERED)
                    .when(outcome(true))
                    .expectNoEvents()
                    .expectException(Refused.asNotThere("no-such-advice"));
        }

        @Test
        void aRetryRecordsNothingAndAChangeOfMindIsAConflict() {
            officer()
                    .given(AMINA_REGISTERED, ASKED, GIVEN, FOLLOWED)
                    .when(outcome(true))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Answer("amina", 4));
            officer()
                    .given(AMINA_REGISTERED, ASKED, GIVEN, FOLLOWED)
                    .when(outcome(false))
                    .expectNoEvents()
                    .expectException(Refused.byRule("id-conflict"));
        }
    }

    @Test
    void replyTimesThatCannotBeKeptAreRefusedAtTheStart() {
        ReplyTime.Hours office = new ReplyTime.Hours(LocalTime.of(8, 0), LocalTime.of(18, 0));
        ReplyTime.Hours none = new ReplyTime.Hours(LocalTime.of(8, 0), LocalTime.of(8, 0));

        assertThatThrownBy(() -> new ReplyTime(0, office)).hasMessageContaining("reply-within-working-hours");
        assertThatThrownBy(() -> new ReplyTime(8, none)).hasMessageContaining("working-hours.from");
        assertThat(new ReplyTime(1, office).dueAt(Instant.parse("2026-11-12T12:00:00.987654Z"), new WorkingDays()))
                .isEqualTo("2026-11-12T13:00:00Z");
    }

    private static AskAdvice ask(String draft) {
        return new AskAdvice("amina", new AdviceCommand.Question("a-1", "harbour-x", draft, "May I?"));
    }

    private static GiveAdvice reply(AdviceDecision decision, Actor by) {
        return new GiveAdvice("amina", "a-1", new AdviceCommand.Reply(decision, "Say where"), by);
    }

    private static RecordAdviceOutcome outcome(boolean followed) {
        return new RecordAdviceOutcome("amina", "a-1", new AdviceCommand.Outcome(followed));
    }

    private static Object askedBy(String actorId) {
        return GenericEventMessage.asEventMessage(ASKED).andMetaData(Map.of("actorId", actorId));
    }
}
