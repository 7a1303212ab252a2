package org.ninetyten.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.policy.Standard;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/**
 * Cases as a force might have them: most are closed and most were genuine mistakes, some officers have more of them
 * than others. The same seed invents the same cases, and the first thousand of ten thousand are the thousand.
 */
final class InventedCases {

    static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    static final int DAYS = 700;

    private static final int OFFICERS = 200;
    private static final int UNITS = 10;
    static final String PROSE = "What can be seen in the picture, and who could make use of it, was talked"
            + " through with those concerned; it had been put up in a hurry at the end of a long shift. ";

    private final Random random = new Random(9_010);
    private final int officers;
    private final Consumer<Event> told;
    private int cases;

    InventedCases(int officers, Consumer<Event> told) {
        this.officers = officers;
        this.told = told;
    }

    static List<Event> of(int cases) {
        List<Event> events = new ArrayList<>();
        InventedCases invented = new InventedCases(OFFICERS, events::add);
        invented.house();
        for (int i = 0; i < cases; i++) {
            invented.nextCase();
        }
        return events;
    }

    /** The policy, the officers and an account for each. */
    void house() {
        PolicyContent content = content();
        told.accept(new PolicyDrafted("social-media", "Social media", content));
        told.accept(new PolicyVersionPublished(
                "social-media", 1, Significance.MAJOR, content, "First", FIRST_DAY.minusYears(1), FIRST_DAY));
        for (int i = 0; i < officers; i++) {
            told.accept(new OfficerRegistered("officer-" + i, "Officer " + i, "PC " + i, "unit-" + i % UNITS, false));
            told.accept(new AccountRequested(
                    "account-" + i,
                    "X",
                    "@account" + i,
                    "News",
                    "Residents",
                    "officer-" + i,
                    "social-media",
                    FIRST_DAY.minusYears(1)));
        }
    }

    /** From the report to where it has got. */
    void nextCase() {
        oneCase("case-%08x".formatted(random.nextInt()) + "-" + cases++);
    }

    private void oneCase(String id) {
        int who = (int) (officers * Math.pow(random.nextDouble(), 2));
        String officer = "officer-" + who;
        String account = "account-" + who;
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        Instant postedAt = Instant.parse(day + "T06:00:00Z").plus(random.nextInt(16 * 3600), ChronoUnit.SECONDS);
        int fate = random.nextInt(100);
        told.accept(new TransgressionReported(
                id,
                account,
                officer,
                postedAt,
                new Post("Proud of tonight's shift! " + PROSE, "https://x.example/" + id, "0".repeat(64)),
                random.nextInt(3) == 0 ? Category.PERSONAL_DATA : one(Category.values()),
                PROSE + PROSE,
                null,
                random.nextInt(4) == 0,
                new PinnedFacts("social-media", 1, true, true, 0),
                null));
        if (fate < 10) {
            return;
        }
        if (fate < 15) {
            told.accept(new TransgressionWithdrawn(id, officer, account, PROSE));
            return;
        }
        boolean breach = fate >= 20;
        told.accept(assessed(id, officer, account, day, breach));
        if (fate >= 20 && fate < 25) {
            return;
        }
        if (breach) {
            told.accept(new OfficerNotified(
                    id, officer, account, day.plusDays(4), List.of("clause"), PROSE, PROSE, day.plusDays(18)));
            if (fate < 30) {
                return;
            }
            told.accept(new OfficerAnswered(id, officer, account, fate % 2 == 0, PROSE));
            told.accept(
                    new ResponseCompleted(id, officer, account, Response.ADVICE, day.plusDays(9), PROSE, "talk", null));
        }
        told.accept(new TransgressionClosed(id, officer, account, PROSE));
    }

    private TransgressionAssessed assessed(String id, String officer, String account, LocalDate day, boolean breach) {
        int intent = random.nextInt(10);
        int harm = random.nextInt(10);
        @Nullable Response response = breach ? Response.ADVICE : null;
        return new TransgressionAssessed(
                id,
                officer,
                account,
                day.plusDays(2),
                breach,
                "social-media",
                1,
                breach ? List.of("clause") : List.of(),
                breach
                        ? (intent < 7 ? Intent.GENUINE_MISTAKE : intent < 9 ? Intent.CARELESS : Intent.DELIBERATE)
                        : null,
                breach ? (harm < 5 ? Harm.LOW : harm < 7 ? Harm.NONE : harm < 9 ? Harm.MEDIUM : Harm.HIGH) : null,
                List.of(),
                response,
                breach ? List.of("Genuine mistake with low harm: the ladder starts at ADVICE.") : List.of(),
                response,
                null,
                PROSE + PROSE,
                breach ? day.plusDays(9) : null,
                null);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static PolicyContent content() {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, Response.ADVICE);
            }
            responses.put(intent, row);
        }
        return new PolicyContent(
                "Post well",
                List.of("People know what we do"),
                List.of(new Clause(
                        "clause",
                        "1.1",
                        "Look twice",
                        "Look at the whole picture.",
                        Category.PERSONAL_DATA,
                        Standard.CONFIDENTIALITY,
                        "A colleague looks too.")),
                new Ladder(responses, 12, 1, Map.of(Mitigation.SELF_REPORTED, 1)),
                new Obligations(14, 60, 24, 5, 10, 365));
    }
}
