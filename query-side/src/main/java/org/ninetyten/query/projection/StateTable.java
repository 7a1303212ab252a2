package org.ninetyten.query.projection;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.page.Filters;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;

/**
 * A table of state-shaped views: a row a subject, holding the view as a JSON document with its version, and beside it
 * the columns that lists filter by.
 *
 * @param <V> the view
 */
public final class StateTable<V> {

    /** A column that lists filter by, and what the view puts there. */
    public record Column<V>(String name, Function<V, @Nullable Object> value) {}

    /**
     * What rows must also fit, where a column's being equal does not say it.
     *
     * @param sql a condition on the table's columns with a parameter for each value
     */
    public record Condition(String sql, List<Object> values) {

        public Condition {
            values = List.copyOf(values);
        }
    }

    /** A view and how many of its subject's events it reflects. */
    public record Versioned<V>(String id, long version, V view) {}

    private final String table;
    private final List<Column<V>> columns;
    private final JdbcTemplate jdbc;
    private final Documents documents;
    private final RowMapper<Versioned<V>> rows;

    public StateTable(String table, Class<V> type, List<Column<V>> columns, JdbcTemplate jdbc, Documents documents) {
        this.table = "readmodel." + table;
        this.columns = List.copyOf(columns);
        this.jdbc = jdbc;
        this.documents = documents;
        this.rows = (row, number) -> new Versioned<>(
                row.getString("id"), row.getLong("version"), documents.read(row.getString("document"), type));
    }

    public Optional<Versioned<V>> find(String id) {
        return find(ReadModel.LIVE, id);
    }

    Optional<Versioned<V>> find(ReadModel model, String id) {
        String sql = model.sql("SELECT id, version, document FROM " + table + " WHERE id = ?");
        return jdbc.query(sql, rows, id).stream().findFirst();
    }

    List<Versioned<V>> find(ReadModel model, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String sql = model.sql("SELECT id, version, document FROM " + table + " WHERE id = ANY (?)");
        return jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(sql);
                    select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
                    return select;
                },
                rows);
    }

    /** How many events of the subject are in the table; 0 when it is not there. */
    public long versionOf(String id) {
        return jdbc
                .query("SELECT version FROM " + table + " WHERE id = ?", (row, number) -> row.getLong(1), id)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /**
     * Rows in the order of their ids.
     *
     * @param after only ids after this one; empty for the first page
     */
    public List<Versioned<V>> list(Filters filters, List<Condition> conditions, String after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("id > ?");
        values.add(after);
        for (Column<V> column : columns) {
            String wanted = filters.values().get(column.name());
            if (wanted != null) {
                where.append(" AND ").append(column.name()).append(" = ?");
                values.add(wanted);
            }
        }
        for (Condition condition : conditions) {
            where.append(" AND (").append(condition.sql()).append(')');
            values.addAll(condition.values());
        }
        values.add(limit);
        // The page's ids first, which indexes hold: whatever has to be searched and sorted for them, no document is.
        String ids = "SELECT id FROM " + table + " WHERE " + where + " ORDER BY id LIMIT ?";
        String sql = "WITH page AS MATERIALIZED (" + ids + ") SELECT id, version, document FROM page JOIN " + table
                + " USING (id) ORDER BY id";
        return jdbc.query(plannedForItsValues(sql, values), rows);
    }

    /**
     * Never one plan for all values, which the driver and the server would come to after a few lists: most cases are
     * closed and few are deliberate, and what is quick to find the ones is slow to find the others.
     */
    private static PreparedStatementCreator plannedForItsValues(String sql, List<Object> values) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
            return statement;
        };
    }

    /** Writes the rows; one that is there already at that version or a later one stays as it is. */
    void write(ReadModel model, Collection<Versioned<V>> views) {
        if (views.isEmpty()) {
            return;
        }
        List<String> names = Stream.concat(
                        Stream.of("id", "version", "document"), columns.stream().map(Column::name))
                .toList();
        String values = names.stream()
                .map(name -> name.equals("document") ? "?::json" : "?")
                .collect(Collectors.joining(", "));
        String updates =
                names.stream().skip(1).map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
        String sql = model.sql("INSERT INTO " + table + " AS row (" + String.join(", ", names) + ") VALUES (" + values
                + ") ON CONFLICT (id) DO UPDATE SET " + updates + " WHERE row.version < excluded.version");
        jdbc.batchUpdate(sql, views.stream().map(this::valuesOf).toList());
    }

    private Object[] valuesOf(Versioned<V> row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.id());
        values.add(row.version());
        values.add(documents.write(row.view()));
        columns.forEach(column -> values.add(column.value().apply(row.view())));
        return values.toArray();
    }
}
