package org.ninetyten.standalone.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninetyten.events.LondonTime;

/**
 * Tells the story where it belongs: whole on an empty store, from where it broke off where a telling was interrupted,
 * and not at all on a store that has something else in it, or the story as an earlier release told it.
 */
final class DemoStory {

    private static final Pattern FIRST_STEP = Pattern.compile("demo-story-001-of-(\\d{1,6})");

    private final Clock clock;
    private final Function<LocalDate, List<Step>> story;
    private final BiConsumer<Step, String> teller;
    private final Consumer<String> console;

    /**
     * @param story its steps for the day on which it is told
     * @param teller sends one step under a correlation id; throws where it is refused
     * @param console gets a sentence for each thing that is worth knowing
     */
    DemoStory(
            Clock clock,
            Function<LocalDate, List<Step>> story,
            BiConsumer<Step, String> teller,
            Consumer<String> console) {
        this.clock = clock;
        this.story = story;
        this.teller = teller;
        this.console = console;
    }

    void tellWhereItBelongs(Beginning beginning) {
        List<Step> steps = story.apply(dayOfTheTelling(beginning));
        Set<String> told = beginning.correlationIds();
        if (beginning.isEmpty()) {
            console.accept("Telling the demo story (%d steps)…".formatted(steps.size()));
            tellFrom(0, steps);
        } else if (lengthOfTheTelling(beginning) == 0) {
            console.accept(
                    "The demo story is not told: this store has other content, which begins with %s. It is left as it is; to see the story, start on another --ninety-ten.data-dir."
                            .formatted(beginning.first().what()));
        } else if (lengthOfTheTelling(beginning) != steps.size()) {
            console.accept(
                    "The demo story was told here on %s in %d steps; this release tells it in %d. This start goes on with what is there; to see the story as it is now, start on another --ninety-ten.data-dir."
                            .formatted(dayOfTheTelling(beginning), lengthOfTheTelling(beginning), steps.size()));
        } else if (told.contains(correlationId(steps.size() - 1, steps))) {
            console.accept("The demo story was told here on %s; this start goes on with what is there."
                    .formatted(dayOfTheTelling(beginning)));
        } else {
            int next = firstUntold(steps, told);
            console.accept(
                    "The demo story was interrupted; it goes on at step %d of %d…".formatted(next + 1, steps.size()));
            tellFrom(next, steps);
        }
    }

    private void tellFrom(int first, List<Step> steps) {
        for (int index = first; index < steps.size(); index++) {
            try {
                teller.accept(steps.get(index), correlationId(index, steps));
            } catch (StoryFailedException e) {
                throw new StoryFailedException(
                        "The demo story stopped at step %d of %d: %s"
                                .formatted(index + 1, steps.size(), e.getMessage()),
                        e);
            }
        }
    }

    /** A step is told once its events are there, so the first without any is where the telling broke off. */
    private static int firstUntold(List<Step> steps, Set<String> told) {
        int index = 0;
        while (told.contains(correlationId(index, steps))) {
            index++;
        }
        return index;
    }

    /** The day of the first event, so that a telling that goes on tomorrow tells the same story. */
    private LocalDate dayOfTheTelling(Beginning beginning) {
        return beginning.isEmpty()
                ? LondonTime.today(clock)
                : LondonTime.dayOf(beginning.first().recordedAt());
    }

    /** Of how many steps the story was that this store begins with; 0 where it begins with anything else. */
    private static int lengthOfTheTelling(Beginning beginning) {
        String first = beginning.first().correlationId();
        Matcher telling = FIRST_STEP.matcher(first == null ? "" : first);
        return telling.matches() ? Integer.parseInt(telling.group(1)) : 0;
    }

    /** Names the length as well: the story as another release tells it is not mixed with this one. */
    private static String correlationId(int index, List<Step> steps) {
        return "demo-story-%03d-of-%03d".formatted(index + 1, steps.size());
    }
}
