package org.ninetyten.query.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.events.Event;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.Projection.Batch;
import org.ninetyten.query.projection.ReadModel;
import org.ninetyten.query.projection.StateTable.Condition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of what was asked, answered, and became of it. */
@Component
public class AdviceRows {

    private static final String ASK = """
            INSERT INTO readmodel.advice (officer_id, advice_id, account_id, draft, question, asked_at, reply_due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String ANSWER = """
            UPDATE readmodel.advice SET decision = ?, why = ?, replied_by = ?, replied_at = ?
            WHERE officer_id = ? AND advice_id = ?
            """;

    private static final String END = "UPDATE readmodel.advice SET followed = ? WHERE officer_id = ? AND advice_id = ?";

    private final JdbcTemplate jdbc;

    public AdviceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was asked for that account before that instant, oldest first. */
    public List<AdviceView> askedBefore(String officerId, String accountId, Instant instant) {
        return jdbc.query("""
                SELECT * FROM readmodel.advice WHERE officer_id = ? AND account_id = ? AND asked_at < ?
                ORDER BY asked_at, advice_id
                """, (row, number) -> view(row), officerId, accountId, Timestamp.from(instant));
    }

    /**
     * What is not answered first, and of that and of the rest what is due first.
     *
     * @param after the place of the last one before; empty for the first page
     */
    List<AdviceView> list(List<Condition> conditions, String after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        if (!after.isEmpty()) {
            Place place = Place.parse(after);
            where.append(" AND (decision IS NOT NULL, reply_due_at, officer_id, advice_id) > (?, ?, ?, ?)");
            values.addAll(
                    List.of(place.answered(), Timestamp.from(place.replyDueAt()), place.officerId(), place.adviceId()));
        }
        for (Condition condition : conditions) {
            where.append(" AND (").append(condition.sql()).append(')');
            values.addAll(condition.values());
        }
        values.add(limit);
        return jdbc.query(
                "SELECT * FROM readmodel.advice WHERE " + where
                        + " ORDER BY (decision IS NOT NULL), reply_due_at, officer_id, advice_id LIMIT ?",
                (row, number) -> view(row),
                values.toArray());
    }

    static String placeOf(AdviceView view) {
        return "%s %s %s %s".formatted(view.decision() != null, view.replyDueAt(), view.officerId(), view.adviceId());
    }

    /** Where one stands in the list. */
    private record Place(boolean answered, Instant replyDueAt, String officerId, String adviceId) {

        private static Place parse(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 4) {
                throw Cursor.notOurs();
            }
            try {
                return new Place(Boolean.parseBoolean(parts[0]), Instant.parse(parts[1]), parts[2], parts[3]);
            } catch (DateTimeException e) {
                throw Cursor.notOurs();
            }
        }
    }

    private static AdviceView view(ResultSet row) throws SQLException {
        String decided = row.getString("decision");
        AdviceDecision decision = decided == null ? null : AdviceDecision.valueOf(decided);
        return new AdviceView(
                row.getString("officer_id"),
                row.getString("advice_id"),
                row.getString("account_id"),
                row.getString("draft"),
                row.getString("question"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("reply_due_at").toInstant(),
                AdviceView.State.of(decision, row.getObject("followed", Boolean.class)),
                null,
                decision,
                row.getString("why"),
                row.getString("replied_by"),
                instant(row.getTimestamp("replied_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** For the projection beside whose rows these are written. */
    public Batch begin(ReadModel model) {
        return new Unwritten(model);
    }

    /** What one batch changes. The same again changes nothing. */
    private final class Unwritten implements Batch {

        private final List<Object[]> asked = new ArrayList<>();
        private final List<Object[]> answered = new ArrayList<>();
        private final List<Object[]> ended = new ArrayList<>();
        private final ReadModel model;

        private Unwritten(ReadModel model) {
            this.model = model;
        }

        @Override
        public void add(RecordedEvent recorded) {
            Event event = recorded.event();
            if (event instanceof AdviceRequested e) {
                asked.add(new Object[] {
                    e.officerId(),
                    e.adviceId(),
                    e.accountId(),
                    e.draft(),
                    e.question(),
                    Timestamp.from(recorded.recordedAt()),
                    Timestamp.from(e.replyDueAt())
                });
            } else if (event instanceof AdviceGiven e) {
                answered.add(new Object[] {
                    e.decision().name(),
                    e.why(),
                    recorded.provenance().actorId(),
                    Timestamp.from(recorded.recordedAt()),
                    e.officerId(),
                    e.adviceId()
                });
            } else if (event instanceof AdviceOutcomeRecorded e) {
                ended.add(new Object[] {e.followed(), e.officerId(), e.adviceId()});
            }
        }

        @Override
        public void flush() {
            write(ASK, asked);
            write(ANSWER, answered);
            write(END, ended);
        }

        private void write(String sql, List<Object[]> values) {
            if (!values.isEmpty()) {
                jdbc.batchUpdate(model.sql(sql), values);
            }
            values.clear();
        }
    }
}
