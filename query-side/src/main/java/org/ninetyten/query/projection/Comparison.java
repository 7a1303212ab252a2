package org.ninetyten.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compares a projection's rows with those of a copy. Says where they differ and in which columns, never what stands
 * there: whoever looks after projections sees no case.
 */
@Component
class Comparison {

    private static final int DIFFERENCES_AT_MOST = 100;

    /** What stands between the parts of a key that is put together, such as {@code NOTICE:case-1}. */
    private static final Pattern NAME_IN_KEY = Pattern.compile(":");

    private final JdbcTemplate jdbc;
    private final Rebuilds rebuilds;

    Comparison(JdbcTemplate jdbc, Rebuilds rebuilds) {
        this.jdbc = jdbc;
        this.rebuilds = rebuilds;
    }

    /**
     * @param rows how many were compared
     * @param differing in how many there is a difference
     * @param differences the first hundred of them
     */
    record Result(long rows, long differing, List<Difference> differences) {

        Result {
            differences = List.copyOf(differences);
        }

        Result withoutAnyOf(Set<String> names) {
            return new Result(
                    rows,
                    differing,
                    differences.stream().map(one -> one.withoutAnyOf(names)).toList());
        }
    }

    /**
     * @param table the read model's
     * @param id the values of its key; empty where they name what the reader may not know of
     * @param columns in which the rows differ; empty unless both are there
     */
    record Difference(String table, Map<String, String> id, Kind kind, List<String> columns) {

        enum Kind {
            /** The store says there is such a row, and there is not. */
            MISSING,
            /** There is such a row, and the store knows nothing of it. */
            EXTRA,
            /** The row says something else than the store. */
            DIFFERENT
        }

        /** The same without its id, where one of these stands in that. */
        Difference withoutAnyOf(Set<String> names) {
            boolean namesOne =
                    id.values().stream().flatMap(NAME_IN_KEY::splitAsStream).anyMatch(names::contains);
            return namesOne ? new Difference(table, Map.of(), kind, columns) : this;
        }
    }

    private record Column(String name, boolean isKey, boolean isJson) {

        /** JSON may be written in more than one way; a migration that rewrites a document need not keep ours. */
        String differs() {
            String texts = "live.%1$s::text IS DISTINCT FROM made.%1$s::text".formatted(name);
            return !isJson ? texts : "(" + texts + """
                             AND CASE WHEN pg_input_is_valid(live.%1$s::text, 'jsonb')
                                    AND pg_input_is_valid(made.%1$s::text, 'jsonb')
                                THEN live.%1$s::text::jsonb IS DISTINCT FROM made.%1$s::text::jsonb ELSE true END)\
                            """.formatted(name);
        }
    }

    /** In one transaction, which sees everything as it was at one time. */
    Result compare(Projection projection) {
        long rows = 0;
        long differing = 0;
        List<Difference> differences = new ArrayList<>();
        for (String table : rebuilds.tables(projection.name())) {
            Result found = compare(table, "TRUE", columns(table), DIFFERENCES_AT_MOST - differences.size());
            rows += found.rows();
            differing += found.differing();
            differences.addAll(found.differences());
        }
        Result letters = compareDeadLetters(projection, DIFFERENCES_AT_MOST - differences.size());
        differences.addAll(letters.differences());
        return new Result(rows + letters.rows(), differing + letters.differing(), differences);
    }

    /** Which events they are; not since when, nor in which words their cause is told. */
    private Result compareDeadLetters(Projection projection, int limit) {
        List<Column> columns =
                List.of(new Column("sequenceidentifier", true, false), new Column("eventidentifier", true, false));
        // The name is one of the program's own.
        return compare("dead_letter", "processinggroup = '" + projection.name() + "'", columns, limit);
    }

    private Result compare(String table, String which, List<Column> columns, int limit) {
        String keys = columns.stream().filter(Column::isKey).map(Column::name).collect(Collectors.joining(", "));
        List<Column> others = columns.stream().filter(column -> !column.isKey()).toList();
        String both = """
                FROM (SELECT *, true AS there FROM readmodel.%1$s WHERE %2$s) live
                FULL JOIN (SELECT *, true AS there FROM readmodel_copy.%1$s WHERE %2$s) made USING (%3$s)
                """.formatted(table, which, keys);
        String differs = Stream.concat(
                        Stream.of("live.there IS NULL", "made.there IS NULL"),
                        others.stream().map(Column::differs))
                .collect(Collectors.joining(" OR "));
        Result counted = jdbc.queryForObject(
                "SELECT count(*), count(*) FILTER (WHERE " + differs + ") " + both,
                (row, number) -> new Result(row.getLong(1), row.getLong(2), List.of()));
        if (counted == null || counted.differing() == 0 || limit <= 0) {
            return counted == null ? new Result(0, 0, List.of()) : counted;
        }
        String flags = others.stream()
                .map(column -> ", " + column.differs() + " AS differs_" + column.name())
                .collect(Collectors.joining());
        List<Difference> first = jdbc.query(
                "SELECT " + keys + ", live.there AS in_live, made.there AS in_copy" + flags + " " + both + " WHERE "
                        + differs + " ORDER BY " + keys + " LIMIT " + limit,
                (row, number) -> {
                    Map<String, String> id = new LinkedHashMap<>();
                    for (Column column : columns) {
                        if (column.isKey()) {
                            id.put(column.name(), row.getString(column.name()));
                        }
                    }
                    if (!row.getBoolean("in_live")) {
                        return new Difference(table, id, Difference.Kind.MISSING, List.of());
                    }
                    if (!row.getBoolean("in_copy")) {
                        return new Difference(table, id, Difference.Kind.EXTRA, List.of());
                    }
                    List<String> different = new ArrayList<>();
                    for (Column column : others) {
                        if (row.getBoolean("differs_" + column.name())) {
                            different.add(column.name());
                        }
                    }
                    return new Difference(table, id, Difference.Kind.DIFFERENT, different);
                });
        return new Result(counted.rows(), counted.differing(), first);
    }

    private List<Column> columns(String table) {
        return jdbc.query(
                """
                SELECT attname, atttypid IN ('json'::regtype, 'jsonb'::regtype) AS is_json,
                    EXISTS (SELECT FROM pg_index
                        WHERE indrelid = attrelid AND indisprimary AND attnum = ANY (indkey)) AS is_key
                FROM pg_attribute
                WHERE attrelid = format('readmodel.%I', ?::text)::regclass AND attnum > 0 AND NOT attisdropped
                ORDER BY attnum
                """,
                (row, number) ->
                        new Column(row.getString("attname"), row.getBoolean("is_key"), row.getBoolean("is_json")),
                table);
    }
}
