package org.ninetyten.events.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;

/**
 * Which version of a policy is in force when.
 *
 * @param versions in the order of their numbers, and so of the days from which they are in force
 * @param withdrawnOn the first day on which none is
 */
public record PolicyTimeline(
        List<Version> versions, @Nullable LocalDate withdrawnOn) {

    /** One version, in force from that day until the next one is. */
    public record Version(int number, LocalDate from, Obligations obligations) {

        public static Version of(PolicyVersionPublished event) {
            return new Version(
                    event.version(), event.effectiveFrom(), event.content().obligations());
        }
    }

    /** The last day for something, and the version that says so. */
    public record Due(LocalDate by, int version) {}

    public PolicyTimeline {
        versions = List.copyOf(versions);
    }

    /**
     * The last day for what is to be done so long after another thing was: the first such day on which the version that
     * names it is in force. A version that shortens the time asks for nothing before its own first day.
     *
     * @param after when the time began
     * @param lastDay the last day by a version's obligations, counted from {@code after}
     * @return nothing where no version asks for it before the policy is withdrawn
     */
    public Optional<Due> dueAfter(LocalDate after, BiFunction<LocalDate, Obligations, LocalDate> lastDay) {
        return firstInForce(after, lastDay, UnaryOperator.identity());
    }

    /**
     * The last day on which something counts that counts for so long. A version that shortens the time ends it with the
     * day before its own first.
     *
     * @param since when it began to count
     * @param lastDay the last day by a version's obligations, counted from {@code since}
     */
    public Optional<Due> countsUntil(LocalDate since, BiFunction<LocalDate, Obligations, LocalDate> lastDay) {
        return firstInForce(since, lastDay, first -> first.minusDays(1));
    }

    private Optional<Due> firstInForce(
            LocalDate start, BiFunction<LocalDate, Obligations, LocalDate> lastDay, UnaryOperator<LocalDate> earliest) {
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            LocalDate last = later(lastDay.apply(start, version.obligations()), earliest.apply(version.from()));
            boolean replacedByThen =
                    i + 1 < versions.size() && !versions.get(i + 1).from().isAfter(last);
            if (!replacedByThen) {
                return withdrawnOn != null && !withdrawnOn.isAfter(last)
                        ? Optional.empty()
                        : Optional.of(new Due(last, version.number()));
            }
        }
        return Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
