package org.ninetyten.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountReviewed;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.ninetyten.query.SmallForce.Told;

/**
 * What is due, worked out the long way: by looking through the whole story again for each question, day by day where it
 * is about days. It shares nothing with what keeps the rows.
 */
final class DutiesByHand {

    private final List<Told> story;

    DutiesByHand(List<Told> story) {
        this.story = story;
    }

    /** As lines: kind, who or what, the day, the unit. */
    Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        ids(OfficerRegistered.class).forEach(officer -> {
            if (last(OfficerLeft.class, e -> e.officerId().equals(officer)) == null) {
                ofOfficer(officer, lines);
            }
        });
        ids(AccountRequested.class).forEach(account -> ofAccount(account, lines));
        ids(PolicyVersionPublished.class).forEach(policy -> ofPolicy(policy, lines));
        ids(TransgressionAssessed.class).forEach(id -> ofCase(id, lines));
        return lines;
    }

    /** Who holds or operates an account in use. */
    Set<String> posting() {
        Set<String> found = new TreeSet<>();
        ids(OfficerRegistered.class).forEach(officer -> {
            if (last(OfficerLeft.class, e -> e.officerId().equals(officer)) == null
                    && ties(officer).stream().anyMatch(Tie::inUse)) {
                found.add(officer);
            }
        });
        return found;
    }

    String unitOf(String officer) {
        return all().filter(e -> e.subjectId().equals(officer))
                .map(e -> e instanceof OfficerRegistered r
                        ? r.unit()
                        : e instanceof OfficerDetailsChanged c ? c.unit() : null)
                .filter(Objects::nonNull)
                .reduce((one, two) -> two)
                .orElse("");
    }

    private void ofOfficer(String officer, Set<String> lines) {
        List<Tie> ties = ties(officer);
        Set<String> policies = new TreeSet<>();
        ties.forEach(tie -> policies.add(tie.policy()));
        policies.removeIf(policy -> !inForce(policy));
        policies.forEach(policy -> acknowledgements(officer, policy, ties, lines));
        List<String> posting = policies.stream()
                .filter(policy -> ties.stream()
                        .anyMatch(tie -> tie.inUse() && tie.policy().equals(policy)))
                .toList();
        posting.stream()
                .map(policy -> trainingUntil(officer, policy, ties))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(day -> lines.add("TRAINING " + officer + " " + day + " " + unitOf(officer)));
        posting.forEach(policy -> checkIns(officer, policy, ties, lines));
        advice(officer, lines);
    }

    /** @param since the first day on which they could post, absent while they cannot */
    private record Tie(
            String policy,
            boolean inUse,
            @Nullable LocalDate joined,
            @Nullable LocalDate since,
            @Nullable LocalDate known) {}

    /** What ties the officer to accounts at the end of the story. */
    private List<Tie> ties(String officer) {
        List<Tie> found = new ArrayList<>();
        for (String account : ids(AccountRequested.class)) {
            String policy = "";
            boolean inUse = false;
            boolean over = false;
            LocalDate opened = null;
            Tie holds = null;
            Tie operates = null;
            for (Told told : story) {
                if (!(told.event() instanceof AccountEvent event)
                        || !event.accountId().equals(account)) {
                    continue;
                }
                LocalDate on = LondonTime.dayOf(told.at());
                if (event instanceof AccountRequested e) {
                    policy = e.policyId();
                    opened = e.openedOn();
                    holds = e.holderId().equals(officer) ? new Tie(policy, false, null, null, null) : null;
                } else if (event instanceof AccountAuthorised e) {
                    inUse = true;
                    holds = e.holderId().equals(officer) ? new Tie(policy, true, null, opened, on) : null;
                } else if (event instanceof OperatorAdded e && e.officerId().equals(officer)) {
                    operates = new Tie(policy, true, on, e.from(), on);
                } else if (event instanceof OperatorRemoved e && e.officerId().equals(officer)) {
                    operates = null;
                } else if (event instanceof AccountTransferred e) {
                    boolean theirs = e.holderId().equals(officer);
                    holds = theirs ? new Tie(policy, true, on, e.transferredOn(), on) : null;
                    operates = theirs ? null : operates;
                } else if (event instanceof HolderLeft) {
                    holds = null;
                } else if (event instanceof AccountClosed || event instanceof AccountRefused) {
                    over = true;
                }
            }
            for (Tie tie : new Tie[] {holds, operates}) {
                if (tie != null && !over) {
                    found.add(new Tie(tie.policy(), inUse, tie.joined(), tie.since(), tie.known()));
                }
            }
        }
        return found;
    }

    private void acknowledgements(String officer, String policy, List<Tie> ties, Set<String> lines) {
        for (int version = 1; version < 60; version++) {
            LocalDate due = null;
            boolean missed = false;
            int newest = 0;
            for (Told told : story) {
                if (told.event() instanceof PolicyAcknowledged e
                        && isOf(e.officerId(), e.policyId(), officer, policy)) {
                    newest = Math.max(newest, e.version());
                } else if (told.event() instanceof AcknowledgementRequired e
                        && isOf(e.officerId(), e.policyId(), officer, policy)
                        && e.version() == version) {
                    due = e.dueBy();
                    missed = false;
                } else if (told.event() instanceof AcknowledgementMissed e
                        && isOf(e.officerId(), e.policyId(), officer, policy)
                        && e.version() == version) {
                    due = e.dueBy();
                    missed = true;
                }
            }
            LocalDate by = due;
            boolean wasMissed = missed;
            boolean owed = by != null
                    && newest < version
                    && ties.stream()
                            .filter(tie -> tie.policy().equals(policy))
                            .anyMatch(tie -> wasMissed
                                    || tie.joined() == null
                                    || !tie.joined().isAfter(by));
            if (owed) {
                lines.add(
                        "ACKNOWLEDGEMENT " + officer + " " + policy + " " + version + " " + by + " " + unitOf(officer));
            }
        }
    }

    private static boolean isOf(String o, String p, String officer, String policy) {
        return o.equals(officer) && p.equals(policy);
    }

    private @Nullable LocalDate trainingUntil(String officer, String policy, List<Tie> ties) {
        List<TrainingRecorded> trainings =
                of(TrainingRecorded.class, e -> e.officerId().equals(officer));
        if (trainings.isEmpty()) {
            return ties.stream()
                    .filter(tie -> tie.inUse() && tie.policy().equals(policy))
                    .map(Tie::since)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
        return trainings.stream()
                .map(e -> e.validUntil() != null ? e.validUntil() : countsUntil(e.completedOn(), policy))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Day by day: it counts while the version in force says so, and the first that says so when none is in force yet. */
    private LocalDate countsUntil(LocalDate completedOn, String policy) {
        LocalDate day = completedOn;
        while (!day.plusDays(1)
                .isAfter(completedOn.plusMonths(
                        version(policy, day.plusDays(1)).content().obligations().trainingValidMonths()))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void checkIns(String officer, String policy, List<Tie> ties, Set<String> lines) {
        List<Tie> under = ties.stream()
                .filter(tie -> tie.inUse() && tie.policy().equals(policy))
                .toList();
        LocalDate since = under.stream()
                .map(Tie::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate known = under.stream()
                .map(Tie::known)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate begin = of(CheckInRecorded.class, e -> e.officerId().equals(officer)).stream()
                .map(CheckInRecorded::heldOn)
                .max(Comparator.naturalOrder())
                .filter(held -> !held.isBefore(since))
                .orElse(known);
        LocalDate first = nextCheckIn(begin, policy);
        LocalDate missedBy = null;
        LocalDate noticed = null;
        for (Told told : story) {
            if (told.event() instanceof CheckInMissed e
                    && e.officerId().equals(officer)
                    && e.policyId().equals(policy)
                    && !e.dueBy().isBefore(first)
                    && (missedBy == null || !e.dueBy().isBefore(missedBy))) {
                missedBy = e.dueBy();
                noticed = LondonTime.dayOf(told.at());
            }
        }
        LocalDate next = first;
        if (missedBy != null && noticed != null) {
            lines.add("CHECK_IN " + officer + " " + policy + " " + missedBy + " " + unitOf(officer));
            next = nextCheckIn(missedBy, policy);
            while (next.isBefore(noticed)) {
                next = nextCheckIn(next, policy);
            }
        }
        lines.add("CHECK_IN " + officer + " " + policy + " " + next + " " + unitOf(officer));
    }

    /** The first day on which the version in force says that it is, or was, due. */
    private LocalDate nextCheckIn(LocalDate after, String policy) {
        LocalDate day = after.plusDays(1);
        while (after.plusDays(version(policy, day).content().obligations().checkInEveryDays())
                .isAfter(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void advice(String officer, Set<String> lines) {
        of(AdviceRequested.class, e -> e.officerId().equals(officer)).stream()
                .filter(asked -> of(AdviceGiven.class, e -> e.adviceId().equals(asked.adviceId()))
                        .isEmpty())
                .forEach(asked -> lines.add("ADVICE_REPLY " + officer + " " + asked.adviceId() + " "
                        + asked.replyDueAt() + " " + unitOf(officer)));
    }

    private void ofAccount(String account, Set<String> lines) {
        List<Event> events = all().filter(
                        e -> e instanceof AccountEvent && e.subjectId().equals(account))
                .toList();
        String holder = null;
        String policy = "";
        LocalDate leftOn = null;
        LocalDate authorisedOn = null;
        LocalDate reviewedOn = null;
        for (Event event : events) {
            if (event instanceof AccountRequested e) {
                holder = e.holderId();
                policy = e.policyId();
            } else if (event instanceof AccountAuthorised e) {
                authorisedOn = e.authorisedOn();
            } else if (event instanceof AccountReviewed e) {
                reviewedOn = reviewedOn == null || e.reviewedOn().isAfter(reviewedOn) ? e.reviewedOn() : reviewedOn;
            } else if (event instanceof HolderLeft e) {
                holder = null;
                leftOn = e.leftOn();
            } else if (event instanceof AccountTransferred e) {
                holder = e.holderId();
                leftOn = null;
            } else if (event instanceof AccountClosed) {
                return;
            }
        }
        String unit = holder == null ? "null" : unitOf(holder);
        if (leftOn != null) {
            lines.add("ACCOUNT_HOLDER " + account + " " + leftOn + " " + unit);
        }
        LocalDate reviewFrom = reviewedOn == null ? authorisedOn : reviewedOn;
        if (reviewFrom != null && inForce(policy)) {
            LocalDate day = reviewFrom.plusDays(1);
            while (reviewFrom
                    .plusDays(version(policy, day).content().obligations().reviewAccountEveryDays())
                    .isAfter(day)) {
                day = day.plusDays(1);
            }
            lines.add("ACCOUNT_REVIEW " + account + " " + day + " " + unit);
        }
    }

    private void ofPolicy(String policy, Set<String> lines) {
        if (!inForce(policy)) {
            return;
        }
        LocalDate by = all().filter(e -> e.subjectId().equals(policy))
                .map(e -> e instanceof PolicyVersionPublished p
                        ? p.reviewBy()
                        : e instanceof PolicyReviewedUnchanged r ? r.nextReviewBy() : null)
                .filter(Objects::nonNull)
                .reduce((one, two) -> two)
                .orElseThrow();
        lines.add("POLICY_REVIEW " + policy + " " + by + " null");
    }

    private void ofCase(String id, Set<String> lines) {
        String kind = null;
        LocalDate by = null;
        boolean still = false;
        String officer = "";
        for (Event event : all().filter(e -> e.subjectId().equals(id)).toList()) {
            if (event instanceof TransgressionAssessed e) {
                kind = e.breach() ? "NOTICE" : null;
                by = e.noticeBy();
                officer = e.officerId();
            } else if (event instanceof OfficerNotified e) {
                kind = "ANSWER";
                by = e.answerBy();
            } else if (event instanceof ReviewRequested) {
                still = true;
            } else if (event instanceof ReviewDecided e) {
                still = false;
                by = e.dueBy();
            } else if (event instanceof OfficerAnswered
                    || event instanceof AnswerWindowLapsed
                    || event instanceof ResponseCompleted
                    || event instanceof TransgressionWithdrawn
                    || event instanceof TransgressionClosed
                    || event instanceof TransgressionReopened) {
                kind = null;
            }
        }
        if (kind != null && by != null && !still) {
            lines.add(kind + " " + id + " " + by + " " + unitOf(officer));
        }
    }

    private boolean inForce(String policy) {
        return !of(PolicyVersionPublished.class, e -> e.policyId().equals(policy))
                        .isEmpty()
                && of(PolicyWithdrawn.class, e -> e.policyId().equals(policy)).isEmpty();
    }

    private final Map<String, List<PolicyVersionPublished>> versions = new HashMap<>();

    /** In force on that day; before the first is, the first. */
    private PolicyVersionPublished version(String policy, LocalDate day) {
        List<PolicyVersionPublished> all = versions.computeIfAbsent(
                policy, id -> of(PolicyVersionPublished.class, e -> e.policyId().equals(id)));
        return all.stream()
                .filter(e -> !e.effectiveFrom().isAfter(day))
                .reduce((one, two) -> two)
                .orElse(all.getFirst());
    }

    private Stream<Event> all() {
        return story.stream().map(Told::event);
    }

    private <E extends Event> Collection<String> ids(Class<E> kind) {
        Set<String> found = new TreeSet<>();
        of(kind, e -> true).forEach(e -> found.add(e.subjectId()));
        return found;
    }

    private <E extends Event> List<E> of(Class<E> kind, java.util.function.Predicate<E> which) {
        return all().filter(kind::isInstance).map(kind::cast).filter(which).toList();
    }

    private <E extends Event> @Nullable E last(Class<E> kind, java.util.function.Predicate<E> which) {
        return of(kind, which).stream().reduce((one, two) -> two).orElse(null);
    }

    /** The same lines, of a list as it is answered. */
    static String line(
            String kind,
            @Nullable String officer,
            @Nullable String account,
            @Nullable String policy,
            @Nullable String version,
            @Nullable String transgression,
            @Nullable String advice,
            LocalDate dueBy,
            @Nullable Instant dueAt,
            @Nullable String unit) {
        return kind + " "
                + switch (kind) {
                    case "ACKNOWLEDGEMENT" -> officer + " " + policy + " " + version + " " + dueBy;
                    case "TRAINING" -> officer + " " + dueBy;
                    case "CHECK_IN" -> officer + " " + policy + " " + dueBy;
                    case "ADVICE_REPLY" -> officer + " " + advice + " " + dueAt;
                    case "ACCOUNT_REVIEW", "ACCOUNT_HOLDER" -> account + " " + dueBy;
                    case "POLICY_REVIEW" -> policy + " " + dueBy;
                    default -> transgression + " " + dueBy;
                }
                + " " + unit;
    }
}
