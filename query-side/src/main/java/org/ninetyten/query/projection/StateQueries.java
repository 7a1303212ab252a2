package org.ninetyten.query.projection;

import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.page.Cursor;
import org.ninetyten.query.page.Filters;
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

    /**
     * With the version as its entity tag, by which a request that names it in If-None-Match is answered 304.
     *
     * @throws Refusal 404, or 503 when the version wanted is not there in time
     */
    public ResponseEntity<V> one(String id, @Nullable Long atLeastVersion) {
        Versioned<V> found = find(id, atLeastVersion);
        return ResponseEntity.ok().eTag(VersionTag.of(found.version())).body(found.view());
    }

    /** @throws Refusal 404, or 503 when the version wanted is not there in time */
    public Versioned<V> find(String id, @Nullable Long atLeastVersion) {
        freshness.await(atLeastVersion, () -> table.versionOf(id));
        return table.find(id).orElseThrow(() -> Refusal.notFound("There is no %s '%s'.".formatted(word, id)));
    }

    public Page<V> page(Filters filters, PageRequest page) {
        int size = page.size();
        return Page.of(table.list(filters, Cursor.textOf(page.cursor()), size + 1), size, Versioned::id)
                .map(Versioned::view);
    }
}
