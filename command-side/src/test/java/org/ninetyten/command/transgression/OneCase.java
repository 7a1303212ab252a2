package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.transgression.TransgressionCommand.AnswerNotice;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CloseTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CompleteResponse;
import org.ninetyten.command.transgression.TransgressionCommand.DecideReview;
import org.ninetyten.command.transgression.TransgressionCommand.NotifyOfficer;
import org.ninetyten.command.transgression.TransgressionCommand.ReopenTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.RequestReview;
import org.ninetyten.command.transgression.TransgressionCommand.WithdrawTransgression;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/** A case about Amina's post of 1 May: what happened to it, and the commands that make it happen. */
final class OneCase {

    static final Actor STANDARDS = new Actor("standards", Role.STANDARDS, null);
    static final Actor REVIEWER = new Actor("reviewer", Role.STANDARDS, null);
    static final Actor OTHER = new Actor("other", Role.STANDARDS, null);

    static final LocalDate NOTICE_BY = LocalDate.parse("2026-11-20");
    static final LocalDate ANSWER_BY = LocalDate.parse("2026-11-27");

    static final TransgressionReported REPORTED = reported(new PinnedFacts("social-media", 1, true, true, 0), false);
    static final TransgressionAssessed NO_BREACH = new TransgressionAssessed(
            "case-1",
            "amina",
            "harbour-x",
            TODAY,
            false,
            "social-media",
            1,
            List.of(),
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null,
            "No name was in it",
            null,
            null);
    static final OfficerNotified NOTIFIED = new OfficerNotified(
            "case-1", "amina", "harbour-x", TODAY, List.of("personal-data"), "why", "good", ANSWER_BY);
    static final OfficerAnswered ANSWERED = new OfficerAnswered("case-1", "amina", "harbour-x", true, "sorry");
    static final AnswerWindowLapsed LAPSED = new AnswerWindowLapsed("case-1", "amina", "harbour-x", ANSWER_BY);
    static final ReviewRequested REVIEW_REQUESTED =
            new ReviewRequested("case-1", "amina", "harbour-x", TODAY, "please look again");
    static final TransgressionWithdrawn WITHDRAWN =
            new TransgressionWithdrawn("case-1", "amina", "harbour-x", "a mistake");
    static final TransgressionClosed CLOSED = new TransgressionClosed("case-1", "amina", "harbour-x", "done");
    static final TransgressionReopened REOPENED =
            new TransgressionReopened("case-1", "amina", "harbour-x", "news of it");

    static final TransgressionCommand.Assessment NO_BREACH_GIVEN = new TransgressionCommand.Assessment(
            false, List.of(), null, null, List.of(), null, null, "No name was in it", null);

    private OneCase() {}

    static FixtureConfiguration<Transgression> bench(KnownStreams known, NotedReminders reminders) {
        return bench(TODAY, known, reminders);
    }

    /** With version 1 of the policy in force since January. */
    static FixtureConfiguration<Transgression> bench(LocalDate day, KnownStreams known, NotedReminders reminders) {
        known.with(POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"));
        return Bench.on(
                day, reminders, Transgression.class, known, new KnownCases(), new KnownConcerns(), new WorkingDays());
    }

    static TransgressionReported reported(PinnedFacts pinned, boolean selfReported) {
        return new TransgressionReported(
                "case-1",
                "harbour-x",
                "amina",
                Instant.parse("2026-05-01T09:30:00Z"),
                new Post("abc", null, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                Category.PERSONAL_DATA,
                "A name was in it",
                null,
                selfReported,
                pinned,
                null);
    }

    /** A genuine mistake of medium harm, for which the ladder has COACHING. */
    static TransgressionAssessed assessed(Response response) {
        return assessed(
                Response.COACHING,
                List.of(),
                response,
                "Genuine mistake with medium harm: the ladder starts at COACHING.");
    }

    static TransgressionAssessed assessed(
            Response recommended, List<Mitigation> mitigations, Response response, String... reasons) {
        return new TransgressionAssessed(
                "case-1",
                "amina",
                "harbour-x",
                TODAY,
                true,
                "social-media",
                1,
                List.of("personal-data"),
                Intent.GENUINE_MISTAKE,
                Harm.MEDIUM,
                mitigations,
                recommended,
                List.of(reasons),
                response,
                response == recommended ? null : "It fits better",
                "A name was in it",
                NOTICE_BY,
                null);
    }

    static ResponseCompleted completed(Response response, String note, @Nullable String reference) {
        return new ResponseCompleted("case-1", "amina", "harbour-x", response, TODAY, note, reference, null);
    }

    static ReviewDecided decided(boolean upheld, Response response, @Nullable LocalDate dueBy) {
        return new ReviewDecided("case-1", "amina", "harbour-x", upheld, response, "looked again", dueBy);
    }

    /** An event with whoever gave the command for it. */
    static Object by(Actor actor, TransgressionEvent event) {
        return GenericEventMessage.asEventMessage(event).andMetaData(Map.of("actorId", actor.id()));
    }

    static List<Object> history(Object... events) {
        return new ArrayList<>(Arrays.asList(events));
    }

    static AssessTransgression assess(Response response, @Nullable String rationale, Mitigation... mitigations) {
        return new AssessTransgression("case-1", assessment(response, rationale, mitigations), STANDARDS);
    }

    static TransgressionCommand.Assessment assessment(
            Response response, @Nullable String rationale, Mitigation... mitigations) {
        return new TransgressionCommand.Assessment(
                true,
                List.of("personal-data"),
                Intent.GENUINE_MISTAKE,
                Harm.MEDIUM,
                List.of(mitigations),
                response,
                rationale,
                "A name was in it",
                null);
    }

    static AssessTransgression noBreach(Actor by) {
        return new AssessTransgression("case-1", NO_BREACH_GIVEN, by);
    }

    static NotifyOfficer tell(String... clauseIds) {
        return new NotifyOfficer("case-1", new TransgressionCommand.Notice(List.of(clauseIds), "why", "good"));
    }

    static AnswerNotice answer(Actor by) {
        return new AnswerNotice("case-1", new TransgressionCommand.OfficersAnswer(true, "sorry"), by);
    }

    static CompleteResponse complete(String note, @Nullable String reference) {
        return new CompleteResponse("case-1", new TransgressionCommand.Completion(TODAY, note, reference));
    }

    static RequestReview askReview(Actor by) {
        return new RequestReview("case-1", new TransgressionCommand.Reason("please look again"), by);
    }

    static DecideReview uphold(Actor by) {
        return new DecideReview("case-1", new TransgressionCommand.ReviewDecision(true, null, "looked again"), by);
    }

    static DecideReview replace(Response response) {
        return new DecideReview(
                "case-1", new TransgressionCommand.ReviewDecision(false, response, "looked again"), REVIEWER);
    }

    static CloseTransgression close() {
        return new CloseTransgression("case-1", new TransgressionCommand.Note("done"));
    }

    static WithdrawTransgression withdraw() {
        return new WithdrawTransgression("case-1", new TransgressionCommand.Reason("a mistake"));
    }

    static ReopenTransgression reopen(Actor by) {
        return new ReopenTransgression("case-1", new TransgressionCommand.Reason("news of it"), by);
    }

    static RequestReview askReview() {
        return askReview(AMINA);
    }
}
