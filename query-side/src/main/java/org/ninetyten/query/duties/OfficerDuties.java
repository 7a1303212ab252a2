package org.ninetyten.query.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.schedule.CheckInSchedule;
import org.ninetyten.events.schedule.CheckInSchedule.Miss;
import org.ninetyten.events.schedule.CheckInSchedule.Tie;
import org.ninetyten.events.schedule.PolicyTimeline;
import org.ninetyten.query.duties.AccountFacts.Person;
import org.ninetyten.query.duties.Due.About;
import org.ninetyten.query.duties.Due.Owner;
import org.ninetyten.query.duties.OfficerFacts.Asked;
import org.ninetyten.query.duties.OfficerFacts.Missed;
import org.ninetyten.query.duties.OfficerFacts.Training;

/** What is due from, and to, one officer. A policy that was withdrawn, or never published, asks nothing. */
final class OfficerDuties {

    private final Owner owner;
    private final OfficerFacts facts;

    /** By policy, what ties the officer to its accounts now. */
    private final Map<String, List<Person>> ties;

    /** The part of that with which they may post. */
    private final Map<String, List<Tie>> posting;

    private final Function<String, PolicyFacts> policies;
    private final About officer;

    private OfficerDuties(
            String id, OfficerFacts facts, Collection<AccountFacts> accounts, Function<String, PolicyFacts> policies) {
        this.owner = new Owner(Subject.OFFICER, id);
        this.facts = facts;
        this.policies = policies;
        this.ties = byPolicy(accounts.stream(), account -> account.tiesOf(id));
        this.posting = byPolicy(
                accounts.stream().filter(AccountFacts::inUse),
                account -> account.tiesOf(id).map(Person::posting).flatMap(Stream::ofNullable));
        this.officer = About.NOTHING.officer(id);
    }

    /**
     * @param posts whether they hold or operate an account that is authorised or suspended
     */
    record Standing(List<Due> due, boolean posts) {

        Standing {
            due = List.copyOf(due);
        }

        boolean owes(DutyKind kind) {
            return due.stream().anyMatch(one -> one.kind() == kind);
        }

        /** From when on the first of that kind is overdue. */
        @Nullable
        Instant overdueFrom(DutyKind kind) {
            return due.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Due::overdueFrom)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** @param accounts at least those that the officer holds or operates now */
    static Standing of(
            String id, OfficerFacts facts, Collection<AccountFacts> accounts, Function<String, PolicyFacts> policies) {
        if (facts.left()) {
            return new Standing(List.of(), false);
        }
        OfficerDuties duties = new OfficerDuties(id, facts, accounts, policies);
        List<Due> due = Stream.of(
                        duties.acknowledgements(), duties.training(), duties.checkIns(), duties.adviceReplies())
                .flatMap(Function.identity())
                .toList();
        return new Standing(due, !duties.posting.isEmpty());
    }

    private static <T> Map<String, List<T>> byPolicy(
            Stream<AccountFacts> accounts, Function<AccountFacts, Stream<T>> those) {
        Map<String, List<T>> found = new TreeMap<>();
        accounts.forEach(account -> {
            String policyId = account.policyId();
            List<T> ofAccount = those.apply(account).toList();
            if (policyId != null && !ofAccount.isEmpty()) {
                found.merge(
                        policyId,
                        ofAccount,
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList());
            }
        });
        return found;
    }

    private Stream<Map.Entry<String, List<Tie>>> postingUnderThoseThatAsk() {
        return posting.entrySet().stream()
                .filter(policy -> !policies.apply(policy.getKey()).asksNothing());
    }

    /** Owed by whoever had an account under the policy when the day was over; what they missed, while they still have one. */
    private Stream<Due> acknowledgements() {
        return ties.entrySet().stream()
                .filter(policy -> !policies.apply(policy.getKey()).asksNothing())
                .flatMap(policy -> facts.askedUnder(policy.getKey())
                        .filter(asked -> policy.getValue().stream().anyMatch(tie -> owes(asked, tie))))
                .map(asked -> Due.by(
                        asked.dueBy(),
                        DutyKind.ACKNOWLEDGEMENT,
                        owner,
                        asked.policyId() + ":" + asked.version(),
                        asked.since(),
                        officer.policy(asked.policyId(), asked.version())));
    }

    private static boolean owes(Asked asked, Person tie) {
        LocalDate joinedOn = tie.joinedOn();
        return asked.missed() || joinedOn == null || !joinedOn.isAfter(asked.dueBy());
    }

    /** One for all their accounts: the first day on which training counts no longer under one of their policies. */
    private Stream<Due> training() {
        return postingUnderThoseThatAsk()
                .map(this::training)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::dueBy)
                        .thenComparing(due -> String.valueOf(due.about().policyId())))
                .stream();
    }

    private Optional<Due> training(Map.Entry<String, List<Tie>> under) {
        if (facts.trainings().isEmpty()) {
            LocalDate since = under.getValue().stream()
                    .map(Tie::since)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return Optional.of(Due.by(since, DutyKind.TRAINING, owner, "", since, officer));
        }
        PolicyTimeline policy = policies.apply(under.getKey()).timeline();
        return facts.trainings().stream()
                .map(training -> counting(training, under.getKey(), policy))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Due::dueBy));
    }

    private Optional<Due> counting(Training training, String policyId, PolicyTimeline policy) {
        LocalDate stated = training.validUntil();
        if (stated != null) {
            return Optional.of(Due.by(stated, DutyKind.TRAINING, owner, "", training.completedOn(), officer));
        }
        return policy.countsUntil(training.completedOn(), OfficerDuties::lastDayOfTraining)
                .map(until -> Due.by(
                        until.by(),
                        DutyKind.TRAINING,
                        owner,
                        "",
                        training.completedOn(),
                        officer.policy(policyId, until.version())));
    }

    private static LocalDate lastDayOfTraining(LocalDate completedOn, Obligations obligations) {
        return completedOn.plusMonths(obligations.trainingValidMonths());
    }

    private Stream<Due> checkIns() {
        return postingUnderThoseThatAsk().flatMap(policy -> checkIns(policy.getKey(), policy.getValue()));
    }

    /** The next one; and the one that was missed, until someone has checked in after all. */
    private Stream<Due> checkIns(String policyId, List<Tie> under) {
        PolicyTimeline policy = policies.apply(policyId).timeline();
        List<LocalDate> held = Stream.ofNullable(facts.lastCheckIn()).toList();
        @Nullable Missed missed = facts.missed().get(policyId);
        List<Miss> misses = Stream.ofNullable(missed)
                .map(one -> new Miss(one.dueBy(), one.noticedOn()))
                .toList();
        Stream<Due> next = new CheckInSchedule(under, held, misses)
                .next(policy).stream().map(due -> checkIn(policyId, policyId, due.version(), due.by()));
        Stream<Due> open = new CheckInSchedule(under, held, List.of())
                .next(policy).stream()
                        .filter(first -> missed != null && !missed.dueBy().isBefore(first.by()))
                        .flatMap(first -> Stream.ofNullable(missed))
                        .map(one -> checkIn(policyId, policyId + ":missed", one.version(), one.dueBy()));
        return Stream.concat(open, next);
    }

    private Due checkIn(String policyId, String key, int version, LocalDate by) {
        return Due.by(by, DutyKind.CHECK_IN, owner, key, facts.lastCheckIn(), officer.policy(policyId, version));
    }

    private Stream<Due> adviceReplies() {
        return facts.advice().stream()
                .map(asked -> Due.at(
                        asked.replyDueAt(),
                        DutyKind.ADVICE_REPLY,
                        owner,
                        asked.adviceId(),
                        asked.askedOn(),
                        officer.account(asked.accountId()).advice(asked.adviceId())));
    }
}
