package org.ninetyten.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountReviewed;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.account.AccountEvent.PurposeChanged;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;

/** A small force in which, whatever number is drawn, what happens next could have happened next. */
final class LegalLives {

    private static final String ACCOUNT = "harbour-x";
    private static final LocalDate DAY = Samples.DAY;

    private enum Kind {
        OFFICER,
        POLICY,
        ACCOUNT,
        CASE
    }

    /** Cases have the longest lives. */
    private static final List<Kind> KINDS =
            List.of(Kind.CASE, Kind.CASE, Kind.CASE, Kind.CASE, Kind.OFFICER, Kind.POLICY, Kind.ACCOUNT);

    private static final List<Intent> INTENTS = List.of(Intent.GENUINE_MISTAKE, Intent.CARELESS, Intent.DELIBERATE);

    private final List<String> officers = new ArrayList<>();
    private final Map<String, Integer> policies = new TreeMap<>();
    private final Map<String, String> accounts = new TreeMap<>();
    private final Map<String, Set<String>> operators = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Map<String, String> cases = new TreeMap<>();
    private final Map<String, String> officerOf = new HashMap<>();
    private final Map<String, String> beforeReview = new HashMap<>();
    private final Map<String, String> talks = new HashMap<>();
    private final Map<String, String> advice = new HashMap<>();
    private final Set<String> advised = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private int drawn;

    /** @param registered officers who are there already */
    LegalLives(String... registered) {
        officers.addAll(List.of(registered));
    }

    List<String> officers() {
        return List.copyOf(officers);
    }

    List<String> policies() {
        return List.copyOf(policies.keySet());
    }

    List<String> accounts() {
        return List.copyOf(accounts.keySet());
    }

    List<String> cases() {
        return List.copyOf(cases.keySet());
    }

    /** What happens next, by a number that is not negative. */
    Event next(int choice) {
        drawn++;
        Map<Kind, List<Supplier<Event>>> possible = new EnumMap<>(Kind.class);
        possible.put(Kind.OFFICER, ofOfficers());
        possible.put(Kind.POLICY, ofPolicies());
        possible.put(Kind.ACCOUNT, ofAccounts());
        possible.put(Kind.CASE, ofCases());
        Kind kind = KINDS.get(choice % KINDS.size());
        List<Supplier<Event>> events = possible.get(kind);
        if (events == null || events.isEmpty()) {
            events = ofOfficers();
        }
        return events.get(choice / KINDS.size() % events.size()).get();
    }

    private List<Supplier<Event>> ofOfficers() {
        List<Supplier<Event>> next = new ArrayList<>();
        if (officers.size() < 3) {
            next.add(() -> {
                String id = "officer-" + drawn;
                officers.add(id);
                return new OfficerRegistered(id, "Officer " + drawn, "PC " + drawn, "harbour", false);
            });
        }
        for (String officer : officers) {
            next.add(() -> new OfficerDetailsChanged(officer, "Name " + drawn, "PS " + drawn, "river", true));
            next.add(() -> Samples.trained(officer, "training-" + drawn));
            next.add(() -> Samples.required(officer, "policy", 1 + drawn % 3, DAY.plusDays(drawn)));
            next.add(() -> Samples.missed(officer, "policy", 1 + drawn % 3, DAY.plusDays(drawn)));
            next.add(() -> Samples.acknowledged(officer, "policy", 1 + drawn % 3));
            next.add(() -> new TrainingLapsed(officer, "training-" + drawn, DAY.plusDays(drawn), null, null));
            next.add(() -> new CheckInRecorded(officer, "check-in-" + drawn, DAY, "sergeant", "Going well", ACCOUNT));
            next.add(() -> new CheckInMissed(officer, "policy", 1, DAY.plusDays(drawn)));
            cases.keySet().stream()
                    .filter(id -> officer.equals(officerOf.get(id)))
                    .forEach(id -> next.add(() -> {
                        talks.put(officer, id);
                        return Samples.coached(officer, ACCOUNT, id);
                    }));
            next.addAll(afterTalkWith(officer));
            next.addAll(ofAdviceTo(officer));
        }
        return next;
    }

    private List<Supplier<Event>> afterTalkWith(String officer) {
        String about = talks.get(officer);
        return about == null
                ? List.of()
                : List.of(
                        () -> new ConversationNoteAdded(
                                officer, officer + "-talk", "note-" + drawn, "As I see it", ACCOUNT, about, false),
                        () -> new AgreedActionCompleted(
                                officer, officer + "-talk", 1, DAY, "Done", ACCOUNT, about, false));
    }

    /** Due long before anyone looks, so that whether it is overdue does not depend on when they do. */
    private List<Supplier<Event>> ofAdviceTo(String officer) {
        String asked = advice.get(officer);
        if (asked == null) {
            return List.of(() -> {
                advice.put(officer, "advice-" + drawn);
                Instant dueAt = DAY.atStartOfDay(LondonTime.ZONE).toInstant();
                return new AdviceRequested(officer, "advice-" + drawn, ACCOUNT, "Draft", "May I?", dueAt);
            });
        }
        return advised.contains(asked)
                ? List.of(() -> {
                    advice.remove(officer);
                    return new AdviceOutcomeRecorded(officer, asked, ACCOUNT, drawn % 2 == 0);
                })
                : List.of(() -> {
                    advised.add(asked);
                    return new AdviceGiven(officer, asked, ACCOUNT, AdviceDecision.CHANGE_IT, "Shorter");
                });
    }

    private List<Supplier<Event>> ofPolicies() {
        List<Supplier<Event>> next = new ArrayList<>();
        if (policies.size() < 2) {
            next.add(() -> {
                String id = "policy-" + drawn;
                policies.put(id, 0);
                return Samples.drafted(id);
            });
        }
        policies.forEach((id, versions) -> {
            if (versions < 0) {
                return;
            }
            next.add(() -> Samples.revised(id, "Text " + drawn));
            next.add(() -> {
                policies.put(id, versions + 1);
                return Samples.published(id, versions + 1, DAY.plusDays(versions), "Version " + drawn);
            });
            if (versions > 0) {
                next.add(() -> new PolicyReviewedUnchanged(id, versions, DAY, DAY.plusYears(1), "Still good"));
                next.add(() -> new PolicyReviewMissed(id, versions, DAY));
                next.add(() -> {
                    policies.put(id, -1);
                    return new PolicyWithdrawn(id, DAY.plusDays(drawn), "Replaced");
                });
            }
        });
        return next;
    }

    private List<Supplier<Event>> ofAccounts() {
        List<Supplier<Event>> next = new ArrayList<>();
        if (accounts.size() < 3) {
            next.add(() -> account(accounts.isEmpty() ? ACCOUNT : "account-" + drawn, "REQUESTED"));
        }
        accounts.forEach((id, state) -> {
            switch (state) {
                case "REQUESTED" -> {
                    next.add(() -> moved(accounts, id, "AUTHORISED", Samples.authorised(id, "amina", "policy")));
                    next.add(() -> moved(accounts, id, "REFUSED", new AccountRefused(id, "Not needed")));
                }
                case "AUTHORISED" -> {
                    next.addAll(ofOperators(id));
                    next.add(() -> new PurposeChanged(id, "Purpose " + drawn, "Audience " + drawn, "Asked for"));
                    next.add(() -> new AccountReviewed(id, DAY.plusDays(drawn), "Review " + drawn));
                    next.add(() -> handedOn(id));
                    next.add(() -> new PostCommended(
                            id, "commended-" + drawn, Instant.parse("2026-02-01T09:00:00Z"), "Kind", null, List.of()));
                    next.add(() -> new PostsSampled(id, "sample-" + drawn, DAY, 10, 9, List.of("Rude")));
                    next.add(() -> moved(accounts, id, "SUSPENDED", new AccountSuspended(id, "Phone lost", DAY, null)));
                    next.add(
                            () -> moved(accounts, id, "SUSPENDED", new AccountSuspended(id, "Phone lost", null, null)));
                }
                case "SUSPENDED" -> {
                    next.add(() -> moved(accounts, id, "AUTHORISED", new AccountReinstated(id, "Found", null)));
                    next.add(() -> moved(accounts, id, "CLOSED", Samples.closed(id)));
                }
                default -> {
                    // Nothing changes a closed or refused account.
                }
            }
        });
        return next;
    }

    private List<Supplier<Event>> ofOperators(String account) {
        Set<String> those = operators.computeIfAbsent(account, id -> new HashSet<>());
        return officers.stream()
                .filter(officer -> !officer.equals("amina"))
                .<Supplier<Event>>map(officer -> () -> {
                    if (those.remove(officer)) {
                        return Samples.left(account, officer);
                    }
                    those.add(officer);
                    return Samples.operated(account, officer, "policy");
                })
                .toList();
    }

    /** To the next officer, or away from one who leaves. */
    private Event handedOn(String account) {
        String from = holders.getOrDefault(account, "amina");
        if (drawn % 3 == 0 && !from.isEmpty()) {
            holders.put(account, "");
            return new HolderLeft(account, from, DAY.plusDays(drawn));
        }
        String to = officers.get(drawn % officers.size());
        holders.put(account, to);
        operators.computeIfAbsent(account, id -> new HashSet<>()).remove(to);
        return Samples.transferred(account, from.isEmpty() ? "amina" : from, to, DAY.plusDays(drawn));
    }

    private Event account(String id, String state) {
        accounts.put(id, state);
        return Samples.requested(id, "amina", "policy");
    }

    private List<Supplier<Event>> ofCases() {
        List<Supplier<Event>> next = new ArrayList<>();
        if (cases.size() < 4) {
            for (String officer : officers) {
                next.add(() -> {
                    String id = "case-" + drawn;
                    officerOf.put(id, officer);
                    return moved(cases, id, "REPORTED", Samples.reported(id, ACCOUNT, officer));
                });
            }
        }
        cases.forEach((id, state) -> next.addAll(ofCase(id, state, officerOf.getOrDefault(id, ""))));
        return next;
    }

    private List<Supplier<Event>> ofCase(String id, String state, String officer) {
        Supplier<Event> assess = () -> moved(
                cases,
                id,
                "ASSESSED",
                Samples.assessed(id, officer, INTENTS.get(drawn % INTENTS.size()), Response.COACHING));
        Supplier<Event> explain = () -> moved(cases, id, "EXPLAINED", Samples.noBreach(id, officer));
        Supplier<Event> overdue = () -> new NoticeOverdue(id, officer, ACCOUNT, DAY);
        Supplier<Event> tell = () -> {
            told.add(id);
            return moved(cases, id, "NOTIFIED", Samples.notified(id, officer));
        };
        Supplier<Event> answer = () -> moved(cases, id, "ANSWERED", Samples.answered(id, officer));
        Supplier<Event> lapse = () -> moved(cases, id, "LAPSED", new AnswerWindowLapsed(id, officer, ACCOUNT, DAY));
        Supplier<Event> complete =
                () -> moved(cases, id, "COMPLETED", Samples.completed(id, officer, Response.COACHING));
        Supplier<Event> ask = () -> {
            beforeReview.put(id, state);
            return moved(cases, id, "UNDER_REVIEW", new ReviewRequested(id, officer, ACCOUNT, DAY, "Too heavy"));
        };
        Supplier<Event> close = () -> moved(
                cases,
                id,
                told.contains(id) ? "CLOSED" : "CLOSED UNTOLD",
                new TransgressionClosed(id, officer, ACCOUNT, "Done"));
        Supplier<Event> withdraw =
                () -> moved(cases, id, "WITHDRAWN", new TransgressionWithdrawn(id, officer, ACCOUNT, "Not theirs"));
        Supplier<Event> reopen =
                () -> moved(cases, id, "REOPENED", new TransgressionReopened(id, officer, ACCOUNT, "New evidence"));
        return switch (state) {
            case "REPORTED", "REOPENED" -> List.of(assess, explain, withdraw);
            case "EXPLAINED" -> List.of(close);
            case "ASSESSED" -> List.of(tell, tell, overdue);
            case "NOTIFIED" -> List.of(answer, lapse, ask);
            case "ANSWERED", "LAPSED" -> List.of(complete, ask);
            case "COMPLETED" -> List.of(close, ask);
            case "UNDER_REVIEW" -> List.of(() -> decided(id, officer, true), () -> decided(id, officer, false));
            // Judged anew, it would no longer show to its officer, nor as at an instant when it did.
            case "CLOSED UNTOLD" -> List.of();
            default -> List.of(reopen);
        };
    }

    private Event decided(String id, String officer, boolean upheld) {
        String from = beforeReview.getOrDefault(id, "ANSWERED");
        String back = !upheld && from.equals("COMPLETED") ? "ANSWERED" : from;
        Response response = upheld ? Response.COACHING : Response.ADVICE;
        return moved(
                cases, id, back, new ReviewDecided(id, officer, ACCOUNT, upheld, response, "Looked at again", DAY));
    }

    private static Event moved(Map<String, String> states, String id, String state, Event event) {
        states.put(id, state);
        return event;
    }
}
