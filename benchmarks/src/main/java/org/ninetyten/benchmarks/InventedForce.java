package org.ninetyten.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;

/**
 * Years of a force, as many events as are asked for: officers who are trained, acknowledge the policy, hold an account
 * and are talked to, and cases about some of their posts. A larger force has more officers, not longer histories.
 */
final class InventedForce {

    private static final int EVENTS_AN_OFFICER = 40;

    private final Random random = new Random(1_090);
    private final Consumer<Event> told;
    private final int officers;
    private int events;

    private InventedForce(int officers, Consumer<Event> told) {
        this.officers = officers;
        this.told = told;
    }

    static int officersFor(int events) {
        return events / EVENTS_AN_OFFICER;
    }

    static void tell(int atLeast, Consumer<Event> told) {
        InventedForce force = new InventedForce(officersFor(atLeast), told);
        InventedCases cases = new InventedCases(force.officers, force::count);
        cases.house();
        for (int i = 0; i < force.officers; i++) {
            force.begin("officer-" + i, "account-" + i);
        }
        while (force.events < atLeast) {
            force.conversation();
            force.conversation();
            cases.nextCase();
        }
    }

    private void count(Event event) {
        events++;
        told.accept(event);
    }

    private void begin(String officer, String account) {
        LocalDate day = InventedCases.FIRST_DAY.minusDays(200);
        count(new TrainingRecorded(officer, "posting-well", "Posting well", day, null));
        count(new PolicyAcknowledged(officer, "social-media", 1, day, true));
        count(new AccountAuthorised(account, officer, day, "social-media", 1, 1, "posting-well", day.plusYears(2)));
    }

    private void conversation() {
        int who = random.nextInt(officers);
        count(new CoachingConversationRecorded(
                "officer-" + who,
                "talk-" + events,
                InventedCases.FIRST_DAY.plusDays(random.nextInt(InventedCases.DAYS)),
                "sergeant",
                List.of("pictures from the boat", "tone"),
                InventedCases.PROSE,
                List.of("Blur the faces of people on the shore"),
                "account-" + who,
                null));
    }
}
