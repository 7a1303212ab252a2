package org.ninetyten.command.story;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.officer.HeldAccounts;
import org.ninetyten.command.officer.OpenAccounts;
import org.ninetyten.command.policy.ReviewGrace;
import org.ninetyten.events.LondonTime;

/** One aggregate on the bench, with all that its command handlers ask for. */
public final class Bench {

    /** The day on which the commands of these tests are given, unless they say another. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-15");

    private Bench() {}

    /** @param collaborators what command handlers ask for besides the clock; everyone has an open account unless they say otherwise */
    public static <T extends EventSourced<?>> FixtureConfiguration<T> on(
            LocalDate day, Class<T> aggregate, Object... collaborators) {
        return on(day, new NotedReminders(), aggregate, collaborators);
    }

    /** @param reminders where to look up afterwards what was set and called off */
    public static <T extends EventSourced<?>> FixtureConfiguration<T> on(
            LocalDate day, NotedReminders reminders, Class<T> aggregate, Object... collaborators) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerInjectableResource(noonOf(day));
        fixture.registerInjectableResource(reminders);
        fixture.registerInjectableResource(new ReviewGrace(1));
        if (Arrays.stream(collaborators).noneMatch(OpenAccounts.class::isInstance)) {
            fixture.registerInjectableResource(KnownAccounts.ALL_OPEN);
        }
        if (Arrays.stream(collaborators).noneMatch(HeldAccounts.class::isInstance)) {
            fixture.registerInjectableResource(new KnownHeldAccounts());
        }
        for (Object collaborator : collaborators) {
            fixture.registerInjectableResource(collaborator);
        }
        return fixture;
    }

    public static Clock noonOf(LocalDate day) {
        return Clock.fixed(day.atTime(LocalTime.NOON).atZone(LondonTime.ZONE).toInstant(), LondonTime.ZONE);
    }

    /** Metadata of a command whose giver had seen that version. */
    public static Map<String, String> ifMatch(long version) {
        return Map.of(EventSourced.EXPECTED_VERSION, String.valueOf(version));
    }
}
