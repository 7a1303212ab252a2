package org.ninetyten.query.projection;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.page.Cursor;
import org.ninetyten.query.page.Page;
import org.ninetyten.query.page.PageRequest;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.springframework.http.ResponseEntity;

/**
 * The queries that every state-shaped view answers alike.
 *
 * @param <V> the view
 */
public final class StateQueries<V> {

    private final String word;
    private final StateTable<V> table;
    private final Freshness freshness;

    /** @param word what one of them is called, such as {@code officer} */
    public StateQueries(String word, StateTable<V> table, Freshness freshness) {
        this.word = word;
        this.table = table;
        this.freshness = freshness;
    }

    /** @throws Refusal 404, or 503 when the version wanted is not there in time */
    public ResponseEntity<V> one(String id, @Nullable Long atLeastVersion) {
        Versioned<V> found = find(id, atLeastVersion);
        return ResponseEntity.ok().eTag(VersionTag.of(found.version())).body(found.view());
    }

    /** @throws Refusal 404, or 503 when the version wanted is not there in time */
    public Versioned<V> find(String id, @Nullable Long atLeastVersion) {
        freshness.await(atLeastVersion, () -> table.versionOf(id));
        return table.find(id).orElseThrow(() -> Refusal.notFound("There is no %s '%s'.".formatted(word, id)));
    }

    /** @param filters column to the value it must have; those without a value do not filter */
    public Page<V> page(Map<String, @Nullable String> filters, PageRequest page) {
        Map<String, String> given = filters.entrySet().stream()
                .filter(filter -> filter.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, filter -> Objects.requireNonNull(filter.getValue())));
        int size = page.size();
        return Page.of(table.list(given, Cursor.textOf(page.cursor()), size + 1), size, Versioned::id)
                .map(Versioned::view);
    }
}
