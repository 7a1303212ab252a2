package org.ninetyten.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;

/**
 * A large force over three years: every second officer holds an account and the others operate one, they were trained,
 * have acknowledged and were checked in with, or not; and cases as {@link InventedCases} has them.
 */
final class SupportedForce {

    private static final int DAYS = 1_000;
    private static final int OFFICERS_A_UNIT = 50;
    private static final String POLICY = "social-media";

    private final Random random = new Random(9_010);
    private final LocalDate today;
    private final List<Event> events = new ArrayList<>();

    private SupportedForce(LocalDate today) {
        this.today = today;
    }

    /** About ten events for each officer. */
    static List<Event> of(int officers, LocalDate today) {
        SupportedForce force = new SupportedForce(today);
        List<Event> cases = InventedCases.of(officers / 7);
        // The policy comes first. Their officers and accounts are this force's own first ones.
        cases.stream().filter(event -> event.subjectId().equals(POLICY)).forEach(force.events::add);
        for (int i = 0; i < officers; i++) {
            force.officer(i);
        }
        for (int i = 0; i < officers; i++) {
            force.support(i);
        }
        cases.stream()
                .filter(event -> event.stream().startsWith("transgression:"))
                .forEach(force.events::add);
        return force.events;
    }

    private void officer(int i) {
        String officer = "officer-" + i;
        events.add(new OfficerRegistered(officer, "Officer " + i, "PC " + i, "unit-" + i / OFFICERS_A_UNIT, false));
        events.add(new TrainingRecorded(
                officer,
                "training",
                "Posting for the force",
                day(),
                random.nextBoolean() ? today.plusDays(i % 500) : null));
        events.add(new AcknowledgementRequired(
                officer, POLICY, 1, today.minusDays(100).plusDays(i % 130)));
        if (i % 10 > 0) {
            events.add(new PolicyAcknowledged(officer, POLICY, 1, day(), false));
        }
        if (i % 2 == 0) {
            String account = "account-" + i;
            events.add(new AccountRequested(
                    account, "X", "@" + account, "News", "Residents", officer, POLICY, today.minusDays(DAYS)));
            events.add(new AccountAuthorised(
                    account, officer, today.minusDays(DAYS), POLICY, 1, 1, "training", today.plusYears(1)));
        } else {
            events.add(new OperatorAdded(
                    "account-" + (i - 1), officer, day(), POLICY, 1, 1, "training", today.plusYears(1)));
        }
    }

    private void support(int i) {
        String officer = "officer-" + i;
        String account = "account-" + (i - i % 2);
        events.add(new CheckInRecorded(officer, "check-in-1", day(), "sergeant", "All is well.", null));
        events.add(new CheckInRecorded(officer, "check-in-2", day(), "sergeant", "All is well.", account));
        if (i % 5 < 4) {
            events.add(new PostsSampled(account, "sample-" + i, day(), 20, 15 + random.nextInt(6), List.of("A line")));
        }
        if (i % 5 < 2) {
            events.add(new PostCommended(
                    account,
                    "commendation-" + i,
                    Instant.parse(day() + "T12:00:00Z"),
                    "Kind and clear",
                    null,
                    List.of(officer)));
        }
        if (i % 10 < 3) {
            events.add(new AdviceRequested(
                    officer,
                    "advice",
                    account,
                    "Come and see us on Saturday!",
                    "May I?",
                    Instant.now().plus(i % 60, ChronoUnit.HOURS)));
            if (i % 10 < 2) {
                events.add(new AdviceGiven(officer, "advice", account, AdviceDecision.GO_AHEAD, "It is kind."));
                events.add(new AdviceOutcomeRecorded(officer, "advice", account, true));
            }
        }
    }

    private LocalDate day() {
        return today.minusDays(random.nextInt(DAYS));
    }
}
