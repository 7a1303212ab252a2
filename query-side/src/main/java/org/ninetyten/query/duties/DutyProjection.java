package org.ninetyten.query.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.query.duties.Due.Owner;
import org.ninetyten.query.duties.OfficerDuties.Standing;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.Projection;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what duties depend on of each subject, and what is due of whoever an event touches. A duty follows from facts
 * and nothing else, so events of different subjects may come in any order.
 */
@Component
class DutyProjection implements Projection {

    /** Of so many subjects the facts are in memory at a time, however many a new policy version touches. */
    private static final int SUBJECTS_AT_A_TIME = 1_000;

    private final JdbcTemplate jdbc;
    private final Documents documents;

    DutyProjection(JdbcTemplate jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public boolean concerns(Subject subject) {
        return true;
    }

    @Override
    public Batch begin(ReadModel rows) {
        return new DutyBatch(rows);
    }

    private final class DutyBatch implements Batch {

        private final ReadModel rows;
        private final List<RecordedEvent> events = new ArrayList<>();

        DutyBatch(ReadModel rows) {
            this.rows = rows;
        }

        @Override
        public void add(RecordedEvent event) {
            events.add(event);
        }

        @Override
        public void flush() {
            if (!events.isEmpty()) {
                new Taking(rows).take(events);
            }
            events.clear();
        }
    }

    /** Of one batch. */
    private final class Taking {

        private final FactTable.Database database;
        private final DutyRows duties;
        private final PeopleOfAccounts people;
        private FactTable<OfficerFacts> officers;
        private FactTable<AccountFacts> accounts;
        private final FactTable<PolicyFacts> policies;
        private final FactTable<CaseFacts> cases;

        Taking(ReadModel rows) {
            this.database = new FactTable.Database(rows, jdbc, documents);
            this.duties = new DutyRows(rows, jdbc);
            this.people = new PeopleOfAccounts(rows, jdbc);
            this.officers = new FactTable<>(Subject.OFFICER, OfficerFacts.class, OfficerFacts.NONE, database);
            this.accounts = new FactTable<>(Subject.ACCOUNT, AccountFacts.class, AccountFacts.NONE, database);
            this.policies = new FactTable<>(Subject.POLICY, PolicyFacts.class, PolicyFacts.NONE, database);
            this.cases = new FactTable<>(Subject.TRANSGRESSION, CaseFacts.class, CaseFacts.NONE, database);
        }

        void take(List<RecordedEvent> events) {
            load(events);
            events.forEach(this::take);
            people.write();
            Touched touched = touched();
            duties.move(touched.moved());
            inChunks(touched.officers(), this::writeOfficers);
            inChunks(touched.accounts(), this::writeAccounts);
            inChunks(touched.policies(), this::writePolicies);
            inChunks(touched.cases(), this::writeCases);
        }

        private void load(List<RecordedEvent> events) {
            Map<Subject, Set<String>> ids = new HashMap<>();
            events.forEach(recorded -> ids.computeIfAbsent(recorded.event().subject(), subject -> new HashSet<>())
                    .add(recorded.event().subjectId()));
            officers.load(ids.getOrDefault(Subject.OFFICER, Set.of()));
            accounts.load(ids.getOrDefault(Subject.ACCOUNT, Set.of()));
            policies.load(ids.getOrDefault(Subject.POLICY, Set.of()));
            cases.load(ids.getOrDefault(Subject.TRANSGRESSION, Set.of()));
        }

        private void take(RecordedEvent recorded) {
            LocalDate recordedOn = LondonTime.dayOf(recorded.recordedAt());
            String id = recorded.event().subjectId();
            switch (recorded.event()) {
                case OfficerEvent e -> officers.take(id, recorded.version(), facts -> facts.after(e, recordedOn));
                case AccountEvent e -> {
                    accounts.take(id, recorded.version(), facts -> facts.after(e, recordedOn));
                    people.join(id, accounts.of(id));
                }
                case PolicyEvent e -> policies.take(id, recorded.version(), facts -> facts.after(e, recordedOn));
                case TransgressionEvent e -> cases.take(id, recorded.version(), facts -> facts.after(e));
                default -> throw new IllegalStateException("An event of no known kind: " + recorded.eventId());
            }
        }

        /** @param moved officers whose unit is another now */
        private record Touched(
                Collection<String> officers,
                Collection<String> accounts,
                Collection<String> policies,
                Collection<String> cases,
                Map<String, String> moved) {}

        private Touched touched() {
            Set<String> touchedOfficers = new TreeSet<>();
            Map<String, String> moved = new TreeMap<>();
            officers.write().forEach((id, before) -> {
                OfficerFacts now = officers.of(id);
                if (!now.equals(before)) {
                    touchedOfficers.add(id);
                }
                String unit = now.unit();
                if (unit != null && !unit.equals(before.unit())) {
                    moved.put(id, unit);
                }
            });
            Set<String> touchedAccounts = new TreeSet<>();
            accounts.write().forEach((id, before) -> {
                if (!accounts.of(id).equals(before)) {
                    touchedAccounts.add(id);
                }
            });
            touchedOfficers.addAll(people.officersOf(touchedAccounts));
            Set<String> askingOtherwise = new TreeSet<>();
            Map<String, PolicyFacts> policiesBefore = policies.write();
            policiesBefore.forEach((id, before) -> {
                if (policies.of(id).asksOtherThan(before)) {
                    askingOtherwise.add(id);
                }
            });
            touchedOfficers.addAll(people.officersUnder(askingOtherwise));
            touchedAccounts.addAll(people.accountsUnder(askingOtherwise));
            return new Touched(
                    touchedOfficers,
                    touchedAccounts,
                    policiesBefore.keySet(),
                    cases.write().keySet(),
                    moved);
        }

        private void inChunks(Collection<String> ids, Consumer<List<String>> write) {
            List<String> all = List.copyOf(ids);
            if (all.size() > SUBJECTS_AT_A_TIME) {
                // Nothing waits for what this transaction writes: it may take as long as it takes.
                jdbc.execute("SET LOCAL transaction_timeout = 0");
            }
            for (int from = 0; from < all.size(); from += SUBJECTS_AT_A_TIME) {
                write.accept(all.subList(from, Math.min(all.size(), from + SUBJECTS_AT_A_TIME)));
                forget();
            }
        }

        private void forget() {
            officers = new FactTable<>(Subject.OFFICER, OfficerFacts.class, OfficerFacts.NONE, database);
            accounts = new FactTable<>(Subject.ACCOUNT, AccountFacts.class, AccountFacts.NONE, database);
        }

        private void writeOfficers(List<String> ids) {
            officers.load(ids);
            Map<String, List<AccountFacts>> theirs = accountsOf(ids);
            List<Due> due = new ArrayList<>();
            Map<String, Standing> posting = new HashMap<>();
            List<String> others = new ArrayList<>();
            for (String id : ids) {
                Standing standing =
                        OfficerDuties.of(id, officers.of(id), theirs.getOrDefault(id, List.of()), policies::of);
                due.addAll(standing.due());
                if (standing.posts()) {
                    posting.put(id, standing);
                } else {
                    others.add(id);
                }
            }
            duties.write(owners(Subject.OFFICER, ids), due, this::unitOf);
            duties.posts(posting, others, this::unitOf);
        }

        private Map<String, List<AccountFacts>> accountsOf(List<String> ids) {
            List<String> all = people.accountsOf(ids);
            accounts.load(all);
            Map<String, List<AccountFacts>> found = new HashMap<>();
            for (String account : all) {
                AccountFacts facts = accounts.of(account);
                facts.people().stream()
                        .map(AccountFacts.Person::officerId)
                        .distinct()
                        .forEach(officer -> found.computeIfAbsent(officer, id -> new ArrayList<>())
                                .add(facts));
            }
            policies.load(found.values().stream()
                    .flatMap(List::stream)
                    .map(AccountFacts::policyId)
                    .filter(Objects::nonNull)
                    .toList());
            return found;
        }

        private void writeAccounts(List<String> ids) {
            accounts.load(ids);
            List<Due> due = new ArrayList<>();
            for (String id : ids) {
                AccountFacts facts = accounts.of(id);
                String policyId = facts.policyId();
                PolicyFacts policy = policyId == null ? PolicyFacts.NONE : policies.of(policyId);
                due.addAll(OtherDuties.ofAccount(id, facts, policy));
            }
            loadOfficersOf(due);
            duties.write(owners(Subject.ACCOUNT, ids), due, this::unitOf);
        }

        private void writePolicies(List<String> ids) {
            List<Due> due = ids.stream()
                    .flatMap(id -> OtherDuties.ofPolicy(id, policies.of(id)).stream())
                    .toList();
            duties.write(owners(Subject.POLICY, ids), due, this::unitOf);
        }

        private void writeCases(List<String> ids) {
            List<Due> due = ids.stream()
                    .flatMap(id -> OtherDuties.ofCase(id, cases.of(id)).stream())
                    .toList();
            loadOfficersOf(due);
            duties.write(owners(Subject.TRANSGRESSION, ids), due, this::unitOf);
        }

        private void loadOfficersOf(List<Due> due) {
            officers.load(due.stream()
                    .map(one -> one.about().officerId())
                    .filter(Objects::nonNull)
                    .toList());
        }

        private @Nullable String unitOf(String officerId) {
            return officers.of(officerId).unit();
        }

        private static List<Owner> owners(Subject subject, List<String> ids) {
            return ids.stream().map(id -> new Owner(subject, id)).toList();
        }
    }
}
