package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.NO_BREACH;
import static org.ninetyten.command.transgression.OneCase.OTHER;
import static org.ninetyten.command.transgression.OneCase.REOPENED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.REVIEW_REQUESTED;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;
import static org.ninetyten.command.transgression.OneCase.assessed;
import static org.ninetyten.command.transgression.OneCase.by;
import static org.ninetyten.command.transgression.OneCase.completed;
import static org.ninetyten.command.transgression.OneCase.decided;
import static org.ninetyten.command.transgression.OneCase.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.story.Refused;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.policy.Response;

/** The rule not-independent, for everyone who had a hand in the case and everything that asks for another. */
class IndependenceTest {

    /** Amina by the officer id that her credentials name, and someone whose own id is the officer's. */
    private static final Actor AMINA_IN_STANDARDS = new Actor("a.khan", Role.STANDARDS, "amina");

    private static final Actor CALLED_AMINA = new Actor("amina", Role.STANDARDS, null);

    private static final Map<String, Actor> ACTORS = Map.of(
            "the reporter", SERGEANT,
            "the officer, by officer id", AMINA_IN_STANDARDS,
            "the officer, by their own id", CALLED_AMINA,
            "the officer", AMINA,
            "the assessor", STANDARDS,
            "the reviewer", REVIEWER,
            "someone else", OTHER);

    private static final List<String> OFFICER =
            List.of("the officer", "the officer, by officer id", "the officer, by their own id");

    private static final Map<String, List<String>> NOT_INDEPENDENT = Map.of(
            "assessment", List.of("the reporter"),
            "review-decision", List.of("the reporter", "the assessor"),
            "reopening", List.of("the reporter", "the assessor", "the reviewer"));

    static Stream<Arguments> everyCombination() {
        return NOT_INDEPENDENT.keySet().stream()
                .sorted()
                .flatMap(command -> ACTORS.keySet().stream().sorted().map(actor -> Arguments.of(command, actor)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everyCombination")
    void whoHadAHandInItMayNot(String command, String who) {
        boolean independent = !OFFICER.contains(who)
                && !NOT_INDEPENDENT.getOrDefault(command, List.of()).contains(who);
        var done = OneCase.bench(new KnownStreams(), new NotedReminders())
                .given(historyBefore(command))
                .when(command(command, ACTORS.getOrDefault(who, OTHER)));

        if (independent) {
            done.expectSuccessfulHandlerExecution();
        } else {
            done.expectNoEvents().expectException(Refused.byRule("not-independent"));
        }
    }

    @Test
    void whoAssessedItBeforeItWasReopenedMayNotReviewItNow() {
        OneCase.bench(new KnownStreams(), new NotedReminders())
                .given(history(
                        by(SERGEANT, REPORTED),
                        by(STANDARDS, NO_BREACH),
                        by(STANDARDS, CLOSED),
                        by(OTHER, REOPENED),
                        by(REVIEWER, assessed(Response.COACHING)),
                        by(AMINA, REVIEW_REQUESTED)))
                .when(OneCase.uphold(STANDARDS))
                .expectNoEvents()
                .expectException(Refused.byRule("not-independent"));
    }

    private static List<Object> historyBefore(String command) {
        List<Object> history = history(by(SERGEANT, REPORTED));
        if (command.equals("assessment")) {
            // A case that was opened again, so that there is an assessor and a reviewer before the assessment too.
            history.addAll(reviewed());
            history.add(by(OTHER, CLOSED));
            history.add(by(OTHER, REOPENED));
        } else if (command.equals("reopening")) {
            history.addAll(reviewed());
            history.add(by(OTHER, CLOSED));
        } else {
            history.addAll(reviewed());
            history.add(by(AMINA, REVIEW_REQUESTED));
        }
        return history;
    }

    private static List<Object> reviewed() {
        return List.of(
                by(STANDARDS, assessed(Response.NO_ACTION)),
                by(AMINA, REVIEW_REQUESTED),
                by(REVIEWER, decided(true, Response.NO_ACTION, OneCase.NOTICE_BY)),
                by(SERGEANT, OneCase.NOTIFIED),
                by(AMINA, OneCase.ANSWERED),
                by(SERGEANT, completed(Response.NO_ACTION, "done", null)));
    }

    private static Command command(String command, Actor by) {
        return switch (command) {
            case "assessment" -> OneCase.noBreach(by);
            case "review-decision" ->
                new TransgressionCommand.DecideReview(
                        "case-1", new TransgressionCommand.ReviewDecision(true, null, "again"), by);
            default -> OneCase.reopen(by);
        };
    }
}
