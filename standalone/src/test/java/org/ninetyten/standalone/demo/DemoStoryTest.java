package org.ninetyten.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.standalone.demo.Beginning.FirstEvent;

class DemoStoryTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final List<String> sent = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private final DemoStory story = new DemoStory(
            Clock.fixed(NOW, ZoneOffset.UTC),
            DemoStoryTest::threeSteps,
            (step, correlationId) -> sent.add(correlationId + " " + step.path()),
            console::add);

    @Test
    void onAnEmptyStoreTheStoryIsToldWholeAndOfToday() {
        story.tellWhereItBelongs(new Beginning(List.of()));

        assertThat(sent)
                .containsExactly(
                        "demo-story-001-of-003 /2026-07-01/1",
                        "demo-story-002-of-003 /2026-07-01/2",
                        "demo-story-003-of-003 /2026-07-01/3");
    }

    @Test
    void anInterruptedTellingGoesOnWhereItBrokeOffAsOfTheDayItBegan() {
        story.tellWhereItBelongs(new Beginning(List.of(
                event("2026-06-29T22:59:00Z", "demo-story-001-of-003"),
                event("2026-06-29T22:59:01Z", "demo-story-002-of-003"))));

        assertThat(sent).containsExactly("demo-story-003-of-003 /2026-06-29/3");
        assertThat(console).singleElement().asString().contains("goes on at step 3 of 3");
    }

    @Test
    void aStoryThatWasToldIsNotToldAgainWhateverCameAfterIt() {
        story.tellWhereItBelongs(new Beginning(List.of(
                event("2026-06-29T10:00:00Z", "demo-story-001-of-003"),
                event("2026-06-29T10:00:01Z", "demo-story-002-of-003"),
                event("2026-06-29T10:00:02Z", "demo-story-003-of-003"),
                event("2026-06-30T10:00:00Z", "someone-else"))));

        assertThat(sent).isEmpty();
        assertThat(console).singleElement().asString().contains("was told here on 2026-06-29");
    }

    @Test
    void aStoreThatBeganWithSomethingElseIsLeftAlone() {
        story.tellWhereItBelongs(new Beginning(List.of(
                event("2026-06-29T10:00:00Z", "someone-else"),
                event("2026-06-29T10:00:01Z", "demo-story-001-of-003"))));

        assertThat(sent).isEmpty();
        assertThat(console).singleElement().asString().contains("other content").contains("--ninety-ten.data-dir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-story-002-of-002", "an interruption"})
    void aStoreThatWasToldAShorterStoryIsKnownAndGoesOnWithWhatIsThere(String lastStep) {
        story.tellWhereItBelongs(new Beginning(List.of(
                event("2026-06-29T10:00:00Z", "demo-story-001-of-002"), event("2026-06-29T10:00:01Z", lastStep))));

        assertThat(sent).isEmpty();
        assertThat(console)
                .singleElement()
                .asString()
                .contains("was told here on 2026-06-29 in 2 steps")
                .contains("goes on with what is there")
                .doesNotContain("other content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-story-002-of-003",
                "demo-story-001-of-",
                "demo-story-001-of-99999999999",
                "x-demo-story-001-of-003"
            })
    void aStoreThatBeginsWithAnythingButAFirstStepHasOtherContent(String firstEvent) {
        story.tellWhereItBelongs(new Beginning(List.of(event("2026-06-29T10:00:00Z", firstEvent))));

        assertThat(sent).isEmpty();
        assertThat(console).singleElement().asString().contains("other content");
    }

    @Test
    void aStepThatIsRefusedStopsTheTellingAndIsNamed() {
        DemoStory refused = new DemoStory(
                Clock.fixed(NOW, ZoneOffset.UTC),
                DemoStoryTest::threeSteps,
                (step, correlationId) -> {
                    if (step.path().endsWith("/2")) {
                        throw new StoryFailedException("\"Step 2.\" was answered with 409 handle-taken: It is taken.");
                    }
                    sent.add(correlationId);
                },
                console::add);

        assertThatThrownBy(() -> refused.tellWhereItBelongs(new Beginning(List.of())))
                .isInstanceOf(StoryFailedException.class)
                .hasMessage(
                        "The demo story stopped at step 2 of 3: \"Step 2.\" was answered with 409 handle-taken: It is taken.");
        assertThat(sent).containsExactly("demo-story-001-of-003");
    }

    private static List<Step> threeSteps(LocalDate today) {
        return List.of(step(today, 1), step(today, 2), step(today, 3));
    }

    private static Step step(LocalDate today, int number) {
        return new Step("Step " + number + ".", "comms", "PUT", "/" + today + "/" + number, null);
    }

    private static FirstEvent event(String recordedAt, String correlationId) {
        return new FirstEvent(Instant.parse(recordedAt), "OfficerRegistered of officer someone", correlationId);
    }
}
