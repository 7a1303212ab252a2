package org.ninetyten.query.duties;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.ReadModel;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The facts of subjects of one kind, as one batch knows them.
 *
 * @param <F> the facts
 */
final class FactTable<F> {

    private static final String FIND =
            "SELECT id, version, document FROM readmodel.duty_fact WHERE subject = ? AND id = ANY (?)";

    private static final String WRITE = """
            INSERT INTO readmodel.duty_fact AS row (subject, id, version, document) VALUES (?, ?, ?, ?::json)
            ON CONFLICT (subject, id) DO UPDATE SET version = excluded.version, document = excluded.document
            WHERE row.version < excluded.version
            """;

    private final Subject subject;
    private final Class<F> type;
    private final F none;
    private final Database database;
    private final Map<String, Known<F>> known = new HashMap<>();
    private final Map<String, F> before = new LinkedHashMap<>();

    FactTable(Subject subject, Class<F> type, F none, Database database) {
        this.subject = subject;
        this.type = type;
        this.none = none;
        this.database = database;
    }

    /** The rows that it is about, and how to get at them. */
    record Database(ReadModel rows, JdbcTemplate jdbc, Documents documents) {}

    private record Known<F>(long version, F facts) {}

    /** What an event makes of facts. */
    interface Change<F> {
        F of(F facts);
    }

    /** Reads at once what is not known yet. */
    void load(Collection<String> ids) {
        Set<String> unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(known.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(id -> known.put(id, new Known<>(0, none)));
        database.jdbc()
                .query(
                        connection -> {
                            PreparedStatement select =
                                    connection.prepareStatement(database.rows().sql(FIND));
                            select.setString(1, subject.word());
                            select.setArray(2, connection.createArrayOf("varchar", unknown.toArray()));
                            return select;
                        },
                        row -> {
                            F facts = database.documents().read(row.getString("document"), type);
                            known.put(row.getString("id"), new Known<>(row.getLong("version"), facts));
                        });
    }

    /** Nothing for a subject of which nothing was recorded. */
    F of(String id) {
        load(List.of(id));
        @Nullable Known<F> found = known.get(id);
        return found == null ? none : found.facts();
    }

    /** An event that is known already changes nothing. */
    void take(String id, long version, Change<F> change) {
        load(List.of(id));
        @Nullable Known<F> now = known.get(id);
        if (now != null && version > now.version()) {
            before.putIfAbsent(id, now.facts());
            known.put(id, new Known<>(version, change.of(now.facts())));
        }
    }

    /** How those stood before that were written since. */
    Map<String, F> write() {
        List<Object[]> changed = new ArrayList<>();
        before.keySet().forEach(id -> {
            @Nullable Known<F> now = known.get(id);
            if (now != null) {
                changed.add(new Object[] {
                    subject.word(), id, now.version(), database.documents().write(now.facts())
                });
            }
        });
        if (!changed.isEmpty()) {
            database.jdbc().batchUpdate(database.rows().sql(WRITE), changed);
        }
        return before;
    }
}
