package org.ninetyten.query.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.Projection;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes from events what the overview counts and no other view has. */
@Component
class OverviewProjection implements Projection {

    private static final String KEEP = """
            INSERT INTO readmodel.overview_fact (kind, subject_id, id, day, officer_id, account_id, sampled, good)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String ANSWER = """
            UPDATE readmodel.overview_fact SET decision = ? WHERE kind = 'ADVICE' AND subject_id = ? AND id = ?
            """;

    private static final String FOLLOW = """
            UPDATE readmodel.overview_fact SET followed = ? WHERE kind = 'ADVICE' AND subject_id = ? AND id = ?
            """;

    private static final String HOLD = """
            INSERT INTO readmodel.overview_account AS row (account_id, version, holder_id) VALUES (?, ?, ?)
            ON CONFLICT (account_id) DO UPDATE SET version = excluded.version, holder_id = excluded.holder_id
            WHERE row.version < excluded.version
            """;

    private final JdbcTemplate jdbc;

    OverviewProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public boolean concerns(Subject subject) {
        return subject == Subject.ACCOUNT || subject == Subject.OFFICER;
    }

    @Override
    public Batch begin(ReadModel rows) {
        return new OverviewBatch(rows);
    }

    private record Holder(long version, String officerId) {}

    private final class OverviewBatch implements Batch {

        private final ReadModel rows;
        private final Map<String, Holder> holders = new HashMap<>();
        private final Set<String> moved = new HashSet<>();
        private final List<@Nullable Object[]> facts = new ArrayList<>();
        private final List<Object[]> answers = new ArrayList<>();
        private final List<Object[]> outcomes = new ArrayList<>();

        OverviewBatch(ReadModel rows) {
            this.rows = rows;
        }

        @Override
        public void prepare(List<RecordedEvent> events) {
            List<String> accounts = events.stream()
                    .map(RecordedEvent::event)
                    .filter(event -> event instanceof PostsSampled || event instanceof PostCommended)
                    .map(Event::subjectId)
                    .distinct()
                    .toList();
            if (!accounts.isEmpty()) {
                jdbc.query(
                        connection -> {
                            var select = connection.prepareStatement(rows.sql("SELECT account_id, version, holder_id"
                                    + " FROM readmodel.overview_account WHERE account_id = ANY (?)"));
                            select.setArray(1, connection.createArrayOf("varchar", accounts.toArray()));
                            return select;
                        },
                        row -> {
                            holders.putIfAbsent(
                                    row.getString("account_id"),
                                    new Holder(row.getLong("version"), row.getString("holder_id")));
                        });
            }
        }

        @Override
        public void add(RecordedEvent recorded) {
            switch (recorded.event()) {
                case AccountRequested e -> hold(e.accountId(), recorded.version(), e.holderId());
                case AccountTransferred e -> hold(e.accountId(), recorded.version(), e.holderId());
                case PostsSampled e ->
                    facts.add(new @Nullable Object[] {
                        FactKind.SAMPLE.name(),
                        e.accountId(),
                        e.sampleId(),
                        e.sampledOn(),
                        holderOf(e.accountId()),
                        e.accountId(),
                        e.sampled(),
                        e.good()
                    });
                case PostCommended e ->
                    facts.add(new @Nullable Object[] {
                        FactKind.COMMENDATION.name(),
                        e.accountId(),
                        e.commendationId(),
                        LondonTime.dayOf(e.postedAt()),
                        holderOf(e.accountId()),
                        e.accountId(),
                        null,
                        null
                    });
                case AdviceRequested e ->
                    facts.add(new @Nullable Object[] {
                        FactKind.ADVICE.name(),
                        e.officerId(),
                        e.adviceId(),
                        LondonTime.dayOf(recorded.recordedAt()),
                        e.officerId(),
                        e.accountId(),
                        null,
                        null
                    });
                case AdviceGiven e -> answers.add(new Object[] {e.decision().name(), e.officerId(), e.adviceId()});
                case AdviceOutcomeRecorded e -> outcomes.add(new Object[] {e.followed(), e.officerId(), e.adviceId()});
                default -> {
                    // Nothing that is counted here.
                }
            }
        }

        /** Of an event read again, a later holder is known already. */
        private void hold(String accountId, long version, String officerId) {
            holders.merge(
                    accountId,
                    new Holder(version, officerId),
                    (known, now) -> now.version() > known.version() ? now : known);
            moved.add(accountId);
        }

        private String holderOf(String accountId) {
            Holder known = holders.get(accountId);
            if (known == null) {
                known = jdbc
                        .query(
                                rows.sql("SELECT version, holder_id FROM readmodel.overview_account"
                                        + " WHERE account_id = ?"),
                                (row, number) -> new Holder(row.getLong(1), row.getString(2)),
                                accountId)
                        .stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException("Nobody is known to answer for the account " + accountId));
                holders.put(accountId, known);
            }
            return known.officerId();
        }

        @Override
        public void flush() {
            write(HOLD, moved.stream().map(this::holding).toList());
            write(KEEP, facts);
            write(ANSWER, answers);
            write(FOLLOW, outcomes);
            moved.clear();
            facts.clear();
            answers.clear();
            outcomes.clear();
        }

        private @Nullable Object[] holding(String accountId) {
            Holder holder = holders.get(accountId);
            return holder == null
                    ? new @Nullable Object[] {accountId, 0L, null}
                    : new @Nullable Object[] {accountId, holder.version(), holder.officerId()};
        }

        private void write(String sql, List<? extends @Nullable Object[]> values) {
            if (!values.isEmpty()) {
                jdbc.batchUpdate(rows.sql(sql), new ArrayList<>(values));
            }
        }
    }
}
