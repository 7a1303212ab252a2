package org.ninetyten.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountReviewed;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
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

/** Two years of a small force, invented from a seed: everything that duties and the overview depend on. */
final class SmallForce {

    static final List<String> UNITS = List.of("harbour", "river", "dogs", "roads");

    private static final int DAYS = 700;
    private static final int ACTS_A_DAY = 5;

    private final Random random;
    private final LocalDate firstDay;
    private final List<Told> told = new ArrayList<>();

    private final List<String> officers = new ArrayList<>();
    private final Set<String> left = new HashSet<>();
    private final Map<String, Integer> versions = new LinkedHashMap<>();
    private final Map<String, Boolean> accounts = new LinkedHashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> policyOf = new HashMap<>();
    private final Map<String, Set<String>> operators = new HashMap<>();
    private final Map<String, String> cases = new LinkedHashMap<>();
    private final Map<String, String> caseOfficers = new HashMap<>();
    private final Map<String, String> caseAccounts = new HashMap<>();
    private final Map<String, String> beforeReview = new HashMap<>();
    private final Map<String, String> openAdvice = new LinkedHashMap<>();
    private final Map<String, String> answeredAdvice = new LinkedHashMap<>();
    private LocalDate day;
    private int number;

    private SmallForce(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.firstDay = today.minusDays(DAYS);
        this.day = firstDay;
    }

    /** An event and when it was recorded. */
    record Told(Instant at, Event event) {}

    static List<Told> story(long seed, LocalDate today) {
        SmallForce force = new SmallForce(seed, today);
        force.begin();
        for (int i = 0; i < DAYS; i++) {
            force.day = force.firstDay.plusDays(i);
            for (int act = 0; act < ACTS_A_DAY; act++) {
                force.act();
            }
        }
        return force.told;
    }

    private void begin() {
        for (String policy : List.of("social-media", "video")) {
            tell(new PolicyDrafted(policy, policy, content(90, 12)));
            publish(policy);
        }
        for (int i = 0; i < 26; i++) {
            String officer = "officer-" + i;
            officers.add(officer);
            // Of the last unit there are two.
            tell(new OfficerRegistered(officer, "Officer " + i, "PC " + i, unit(i), false));
        }
        for (int i = 0; i < 18; i++) {
            request();
        }
    }

    private static String unit(int i) {
        return i < 2 ? "roads" : i < 6 ? "dogs" : i < 13 ? "river" : "harbour";
    }

    private void act() {
        switch (random.nextInt(24)) {
            case 0 -> request();
            case 1, 2 -> authorise();
            case 3 -> people();
            case 4 -> standing();
            case 5 ->
                tell(new TrainingRecorded(
                        officer(), id("training"), "Posting", earlier(40), random.nextBoolean() ? later(300) : null));
            case 6 -> acknowledgement();
            case 7 -> tell(new CheckInRecorded(officer(), id("check-in"), earlier(20), "sergeant", "Fine", null));
            case 8 -> tell(new CheckInMissed(officer(), policy(), 1, earlier(15)));
            case 9, 10 -> advice();
            case 11, 12, 13 -> sampleOrCommend();
            case 14 -> policyAct();
            case 15 -> move();
            default -> caseAct();
        }
    }

    private void request() {
        String account = id("account");
        String holder = officer();
        String policy = policy();
        accounts.put(account, false);
        holders.put(account, holder);
        policyOf.put(account, policy);
        operators.put(account, new LinkedHashSet<>());
        tell(new AccountRequested(account, "X", "@" + account, "News", "All", holder, policy, earlier(100)));
    }

    private void authorise() {
        accounts.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .findFirst()
                .ifPresent(entry -> {
                    entry.setValue(true);
                    String id = entry.getKey();
                    tell(new AccountAuthorised(id, holder(id), day, policyOf(id), 1, 1, "t", day.plusYears(1)));
                });
    }

    private void people() {
        String account = inUse();
        if (account == null) {
            return;
        }
        Set<String> those = operators.getOrDefault(account, new HashSet<>());
        if (random.nextBoolean() || those.isEmpty()) {
            String officer = officer();
            if (!officer.equals(holders.get(account)) && those.add(officer)) {
                tell(new OperatorAdded(account, officer, earlier(60), policyOf(account), 1, 1, "t", day.plusYears(1)));
            }
        } else {
            String officer = those.iterator().next();
            those.remove(officer);
            tell(new OperatorRemoved(account, officer, day));
        }
    }

    private void standing() {
        String account = inUse();
        if (account == null) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> tell(new AccountSuspended(account, "Why", null, null));
            case 1 -> tell(new AccountReinstated(account, "Why", null));
            case 2 -> {
                String to = officer();
                operators.getOrDefault(account, new HashSet<>()).remove(to);
                String from = holders.getOrDefault(account, "nobody");
                holders.put(account, to);
                tell(new AccountTransferred(
                        account, from, to, day, "Why", policyOf(account), 1, 1, "t", day.plusYears(1)));
            }
            case 3 -> {
                if (random.nextInt(4) == 0) {
                    accounts.remove(account);
                    tell(new AccountClosed(account, "Why"));
                }
            }
            case 4 -> leave(account);
            default -> tell(new AccountReviewed(account, earlier(30), "Fine"));
        }
    }

    private void leave(String account) {
        String holder = holders.get(account);
        if (holder == null || left.size() > 2 || !left.add(holder)) {
            return;
        }
        tell(new OfficerLeft(holder, day));
        holders.entrySet().removeIf(entry -> {
            boolean theirs = entry.getValue().equals(holder) && accounts.containsKey(entry.getKey());
            if (theirs) {
                tell(new HolderLeft(entry.getKey(), holder, day));
            }
            return theirs;
        });
        operators.forEach((id, those) -> {
            if (accounts.containsKey(id) && those.remove(holder)) {
                tell(new OperatorRemoved(id, holder, day));
            }
        });
        accounts.entrySet().removeIf(entry -> !entry.getValue() && !holders.containsKey(entry.getKey()));
    }

    private void acknowledgement() {
        String officer = officer();
        String policy = policy();
        int version = 1 + random.nextInt(Math.max(1, versions.getOrDefault(policy, 1)));
        switch (random.nextInt(4)) {
            case 0 -> tell(new PolicyAcknowledged(officer, policy, version, day, false));
            case 1 -> tell(new AcknowledgementMissed(officer, policy, version, earlier(10)));
            default -> tell(new AcknowledgementRequired(officer, policy, version, later(400)));
        }
    }

    private void advice() {
        String account = inUse();
        switch (random.nextInt(3)) {
            case 0 ->
                openAdvice.entrySet().stream().findFirst().ifPresent(entry -> {
                    openAdvice.remove(entry.getKey());
                    answeredAdvice.put(entry.getKey(), entry.getValue());
                    tell(new AdviceGiven(entry.getValue(), entry.getKey(), "account", AdviceDecision.GO_AHEAD, "Fine"));
                });
            case 1 ->
                answeredAdvice.entrySet().stream().findFirst().ifPresent(entry -> {
                    answeredAdvice.remove(entry.getKey());
                    tell(new AdviceOutcomeRecorded(entry.getValue(), entry.getKey(), "account", random.nextBoolean()));
                });
            default -> {
                String officer = officer();
                String advice = id("advice");
                openAdvice.put(advice, officer);
                tell(new AdviceRequested(
                        officer,
                        advice,
                        account == null ? "account" : account,
                        "Draft",
                        "May I?",
                        at(later(5), LocalTime.of(14, 20))));
            }
        }
    }

    private void sampleOrCommend() {
        String account = inUse();
        if (account == null) {
            return;
        }
        if (random.nextBoolean()) {
            int sampled = 5 + random.nextInt(20);
            tell(new PostsSampled(
                    account, id("sample"), earlier(20), sampled, sampled - random.nextInt(4), List.of("A line")));
        } else {
            // Close to midnight, where a day in London is not the day elsewhere.
            tell(new PostCommended(
                    account, id("commendation"), at(earlier(20), LocalTime.of(23, 40)), "Kind", null, List.of()));
        }
    }

    private void policyAct() {
        String policy = policy();
        switch (random.nextInt(12)) {
            case 0, 1 -> publish(policy);
            case 2 ->
                tell(new PolicyReviewedUnchanged(policy, versions.getOrDefault(policy, 1), day, later(400), "Good"));
            case 3 -> {
                if (versions.size() < 4) {
                    String another = id("policy");
                    tell(new PolicyDrafted(another, another, content(60, 6)));
                    versions.put(another, 0);
                }
            }
            case 4 -> {
                if (versions.size() > 3) {
                    String last =
                            versions.keySet().stream().reduce((one, two) -> two).orElseThrow();
                    versions.remove(last);
                    tell(new PolicyWithdrawn(last, day, "Why"));
                }
            }
            default -> {}
        }
    }

    private void publish(String policy) {
        int version = versions.merge(policy, 1, Integer::sum);
        LocalDate from = version == 1 ? firstDay.minusDays(200) : day;
        tell(new PolicyVersionPublished(
                policy,
                version,
                Significance.MAJOR,
                content(30 + random.nextInt(100), 3 + random.nextInt(12)),
                "Version " + version,
                from,
                later(500)));
    }

    private void move() {
        if (random.nextInt(6) == 0) {
            int i = random.nextInt(officers.size());
            String to = UNITS.get(random.nextInt(UNITS.size()));
            tell(new OfficerDetailsChanged(officers.get(i), "Officer " + i, "PC " + i, to, false));
        }
    }

    private void caseAct() {
        List<String> open = List.copyOf(cases.keySet());
        if (open.isEmpty() || random.nextInt(4) == 0) {
            report();
            return;
        }
        String id = open.get(random.nextInt(open.size()));
        String officer = caseOfficers.getOrDefault(id, "");
        String account = caseAccounts.getOrDefault(id, "");
        switch (cases.getOrDefault(id, "")) {
            case "REPORTED", "REOPENED" -> assessOrWithdraw(id, officer, account);
            case "ASSESSED" ->
                reviewed(
                        id,
                        officer,
                        account,
                        "NOTIFIED",
                        () -> tell(new OfficerNotified(
                                id, officer, account, earlier(2), List.of("clause"), "Why", "Look", later(20))));
            case "NOTIFIED" ->
                reviewed(id, officer, account, "ANSWERED", () -> {
                    if (random.nextBoolean()) {
                        tell(new OfficerAnswered(id, officer, account, true, "Yes"));
                    } else {
                        tell(new AnswerWindowLapsed(id, officer, account, day));
                    }
                });
            case "ANSWERED" ->
                reviewed(
                        id,
                        officer,
                        account,
                        "COMPLETED",
                        () -> tell(new ResponseCompleted(
                                id, officer, account, Response.COACHING, earlier(3), "Done", null, null)));
            case "UNDER_REVIEW" -> {
                String before = beforeReview.getOrDefault(id, "ASSESSED");
                boolean upheld = random.nextBoolean();
                boolean running = before.equals("ASSESSED") || before.equals("NOTIFIED");
                tell(new ReviewDecided(id, officer, account, upheld, response(), "Why", running ? later(20) : null));
                cases.put(id, !upheld && before.equals("COMPLETED") ? "ANSWERED" : before);
            }
            case "EXPLAINED", "COMPLETED" ->
                reviewed(
                        id,
                        officer,
                        account,
                        "CLOSED",
                        () -> tell(new TransgressionClosed(id, officer, account, "Done")));
            default -> {
                if (random.nextInt(6) == 0) {
                    cases.put(id, "REOPENED");
                    tell(new TransgressionReopened(id, officer, account, "Why"));
                }
            }
        }
    }

    private void report() {
        String account = inUse();
        if (account == null) {
            return;
        }
        String id = id("case");
        // Some have more of them than others.
        String officer = officers.get((int) (officers.size() * Math.pow(random.nextDouble(), 1.5)));
        cases.put(id, "REPORTED");
        caseOfficers.put(id, officer);
        caseAccounts.put(id, account);
        tell(new TransgressionReported(
                id,
                account,
                officer,
                at(earlier(30), LocalTime.of(random.nextInt(24), 30)),
                new Post("Text", null, "0".repeat(64)),
                Category.OTHER,
                "What",
                null,
                false,
                new PinnedFacts("social-media", 1, true, true, 0),
                null));
    }

    private void assessOrWithdraw(String id, String officer, String account) {
        if (random.nextInt(8) == 0) {
            cases.put(id, "WITHDRAWN");
            tell(new TransgressionWithdrawn(id, officer, account, "Why"));
            return;
        }
        boolean breach = random.nextInt(5) > 0;
        cases.put(id, breach ? "ASSESSED" : "EXPLAINED");
        @Nullable Response recommended = breach ? response() : null;
        @Nullable Response decided = breach && random.nextInt(4) == 0 ? response() : recommended;
        tell(new TransgressionAssessed(
                id,
                officer,
                account,
                day,
                breach,
                "social-media",
                1,
                breach ? List.of("clause") : List.of(),
                breach ? Intent.values()[random.nextInt(Intent.values().length)] : null,
                breach ? Harm.values()[random.nextInt(Harm.values().length)] : null,
                List.of(),
                recommended,
                List.of(),
                decided,
                null,
                "Because",
                breach ? later(10) : null,
                null));
    }

    private void reviewed(String id, String officer, String account, String next, Runnable goOn) {
        if (random.nextInt(6) == 0) {
            beforeReview.put(id, cases.getOrDefault(id, ""));
            cases.put(id, "UNDER_REVIEW");
            tell(new ReviewRequested(id, officer, account, day, "Why"));
        } else {
            cases.put(id, next);
            goOn.run();
        }
    }

    private Response response() {
        // Coaching is what most of them come to.
        return random.nextInt(3) == 0 ? Response.COACHING : Response.values()[random.nextInt(Response.values().length)];
    }

    private void tell(Event event) {
        told.add(new Told(at(day, LocalTime.of(9, 0)), event));
    }

    private static Instant at(LocalDate on, LocalTime time) {
        return on.atTime(time).atZone(LondonTime.ZONE).toInstant();
    }

    private LocalDate earlier(int most) {
        return day.minusDays(random.nextInt(most + 1));
    }

    private LocalDate later(int most) {
        return day.plusDays(1 + random.nextInt(most));
    }

    private String id(String what) {
        return what + "-" + number++;
    }

    private String officer() {
        String one = officers.get(random.nextInt(officers.size()));
        return left.contains(one) ? officer() : one;
    }

    private String policy() {
        List<String> all = List.copyOf(versions.keySet());
        return all.get(random.nextInt(all.size()));
    }

    private @Nullable String inUse() {
        List<String> those = accounts.entrySet().stream()
                .filter(entry -> entry.getValue() && holders.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        return those.isEmpty() ? null : those.get(random.nextInt(those.size()));
    }

    private String holder(String account) {
        return holders.getOrDefault(account, "nobody");
    }

    private String policyOf(String account) {
        return policyOf.getOrDefault(account, "social-media");
    }

    private static PolicyContent content(int checkInEvery, int trainingMonths) {
        PolicyContent usual = Samples.content("Text");
        return new PolicyContent(
                usual.purpose(),
                usual.objectives(),
                usual.clauses(),
                usual.ladder(),
                new Obligations(14, checkInEvery, trainingMonths, 5, 10, 100 + checkInEvery));
    }
}
