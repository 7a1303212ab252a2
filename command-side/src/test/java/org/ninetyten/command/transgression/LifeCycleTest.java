package org.ninetyten.command.transgression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.CLOSED;
import static org.ninetyten.command.transgression.OneCase.LAPSED;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.NO_BREACH;
import static org.ninetyten.command.transgression.OneCase.OTHER;
import static org.ninetyten.command.transgression.OneCase.REOPENED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.REVIEW_REQUESTED;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;
import static org.ninetyten.command.transgression.OneCase.WITHDRAWN;
import static org.ninetyten.command.transgression.OneCase.assessed;
import static org.ninetyten.command.transgression.OneCase.completed;
import static org.ninetyten.command.transgression.OneCase.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.policy.Response;

/** Every state and every command: what is allowed is done, what is not is refused and says what is. */
class LifeCycleTest {

    private static final Path PAGE = Path.of("../docs/transgression-life-cycle.md");

    /** As a person would write it down, so that the code is held against something else than itself. */
    private static final Map<TransgressionState, List<String>> ALLOWED = allowed();

    private static Map<TransgressionState, List<String>> allowed() {
        Map<TransgressionState, List<String>> allowed = new EnumMap<>(TransgressionState.class);
        allowed.put(TransgressionState.REPORTED, List.of("assessment", "withdrawal"));
        allowed.put(TransgressionState.EXPLAINED, List.of("closure", "withdrawal"));
        allowed.put(TransgressionState.ASSESSED, List.of("notice", "review-request", "withdrawal"));
        allowed.put(TransgressionState.NOTIFIED, List.of("answer", "review-request", "withdrawal"));
        allowed.put(TransgressionState.ANSWERED, List.of("completion", "review-request", "withdrawal"));
        allowed.put(TransgressionState.LAPSED, List.of("completion", "review-request", "withdrawal"));
        allowed.put(TransgressionState.COMPLETED, List.of("closure", "review-request"));
        allowed.put(TransgressionState.UNDER_REVIEW, List.of("review-decision"));
        allowed.put(TransgressionState.WITHDRAWN, List.of());
        allowed.put(TransgressionState.CLOSED, List.of("reopening"));
        allowed.put(TransgressionState.REOPENED, List.of("assessment", "withdrawal"));
        return allowed;
    }

    private static final List<String> COMMANDS = List.of(
            "assessment",
            "notice",
            "answer",
            "completion",
            "review-request",
            "review-decision",
            "closure",
            "withdrawal",
            "reopening");

    static Stream<Arguments> everyStateAndEveryCommand() {
        return Arrays.stream(TransgressionState.values())
                .flatMap(state -> COMMANDS.stream().map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyStateAndEveryCommand")
    void aCommandIsDoneWhereItsStateAllowsItAndRefusedElsewhere(TransgressionState state, String command) {
        List<String> allowed = ALLOWED.getOrDefault(state, List.of());
        var done = OneCase.bench(new KnownStreams(), new NotedReminders())
                .given(historyTo(state))
                .when(commandOtherThanInHistory(command));

        if (allowed.contains(command)) {
            done.expectSuccessfulHandlerExecution();
        } else {
            done.expectNoEvents().expectException(Refused.byRule(code(state, command), facts(state, allowed)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TransgressionState.class,
            names = {"ANSWERED", "LAPSED"})
    void whereNothingIsToBeDoneACaseMayBeClosedOnceTheOfficerWasHeard(TransgressionState state) {
        List<Object> history = historyTo(state);
        history.set(1, assessed(Response.NO_ACTION));

        OneCase.bench(new KnownStreams(), new NotedReminders())
                .given(history)
                .when(OneCase.close())
                .expectEvents(CLOSED);
    }

    @Test
    void everyStepStartsAndEndsInTheStatesOfTheTable() {
        for (TransgressionState state : TransgressionState.values()) {
            assertThat(LifeCycle.allowed(state, Response.COACHING))
                    .containsExactlyInAnyOrderElementsOf(ALLOWED.getOrDefault(state, List.of()));
        }
        Set<TransgressionState> reached =
                LifeCycle.STEPS.stream().map(LifeCycle.Step::to).collect(Collectors.toCollection(TreeSet::new));
        reached.add(TransgressionState.REPORTED);
        assertThat(reached).containsExactly(TransgressionState.values());
    }

    @Test
    void thePageShowsTheLifeCycleAsItIs() throws IOException {
        assertThat(Files.readString(PAGE)).isEqualTo(LifeCyclePage.text());
    }

    private static String code(TransgressionState state, String command) {
        if (state == TransgressionState.CLOSED) {
            return "closed";
        }
        boolean unheard = state == TransgressionState.ASSESSED || state == TransgressionState.NOTIFIED;
        return command.equals("closure") && unheard ? "notice-required" : "not-allowed-in-state";
    }

    private static Map<String, Object> facts(TransgressionState state, List<String> allowed) {
        return Map.of("state", state.name(), "allowed", allowed);
    }

    private static List<Object> historyTo(TransgressionState state) {
        Object assessed = assessed(Response.REFLECTIVE_PRACTICE);
        Object completed = completed(Response.REFLECTIVE_PRACTICE, "Reflective practice completed.", null);
        return switch (state) {
            case REPORTED -> history(REPORTED);
            case EXPLAINED -> history(REPORTED, NO_BREACH);
            case ASSESSED -> history(REPORTED, assessed);
            case NOTIFIED -> history(REPORTED, assessed, NOTIFIED);
            case ANSWERED -> history(REPORTED, assessed, NOTIFIED, ANSWERED);
            case LAPSED -> history(REPORTED, assessed, NOTIFIED, LAPSED);
            case COMPLETED -> history(REPORTED, assessed, NOTIFIED, ANSWERED, completed);
            case UNDER_REVIEW -> history(REPORTED, assessed, NOTIFIED, REVIEW_REQUESTED);
            case WITHDRAWN -> history(REPORTED, WITHDRAWN);
            case CLOSED -> history(REPORTED, assessed, NOTIFIED, ANSWERED, completed, CLOSED);
            case REOPENED -> history(REPORTED, NO_BREACH, CLOSED, REOPENED);
        };
    }

    /** By people who may, with words that are in no history: so none of them is a retry. */
    private static Command commandOtherThanInHistory(String command) {
        TransgressionCommand.Reason reason = new TransgressionCommand.Reason("other words");
        return switch (command) {
            case "assessment" ->
                new TransgressionCommand.AssessTransgression(
                        "case-1",
                        new TransgressionCommand.Assessment(
                                false, List.of(), null, null, List.of(), null, null, "other words", null),
                        STANDARDS);
            case "notice" ->
                new TransgressionCommand.NotifyOfficer(
                        "case-1", new TransgressionCommand.Notice(List.of("personal-data"), "other words", "good"));
            case "answer" ->
                new TransgressionCommand.AnswerNotice(
                        "case-1", new TransgressionCommand.OfficersAnswer(false, "other words"), AMINA);
            case "completion" -> OneCase.complete("other words", "ref");
            case "review-request" -> new TransgressionCommand.RequestReview("case-1", reason, AMINA);
            case "review-decision" ->
                new TransgressionCommand.DecideReview(
                        "case-1", new TransgressionCommand.ReviewDecision(true, null, "other words"), REVIEWER);
            case "closure" ->
                new TransgressionCommand.CloseTransgression("case-1", new TransgressionCommand.Note("other words"));
            case "withdrawal" -> new TransgressionCommand.WithdrawTransgression("case-1", reason);
            case "reopening" -> new TransgressionCommand.ReopenTransgression("case-1", reason, OTHER);
            default -> throw new IllegalArgumentException(command);
        };
    }
}
