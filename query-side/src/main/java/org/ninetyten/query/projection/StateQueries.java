package org.ninetyten.query.projection;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.projection.StateTable.Versioned;

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
    public Versioned<V> find(String id, @Nullable Long atLeastVersion) {
        freshness.await(atLeastVersion, () -> table.versionOf(id));
        return table.find(id).orElseThrow(() -> missing(id));
    }

    /**
     * One that may not show to the caller: where it does not, it is answered exactly as if it were not there.
     *
     * @throws Refusal 404, or 503 when the version wanted is not there, or not to be seen, in time
     */
    public Versioned<V> find(String id, @Nullable Long atLeastVersion, Predicate<V> shows) {
        freshness.await(
                atLeastVersion,
                () -> table.find(id)
                        .filter(found -> shows.test(found.view()))
                        .map(Versioned::version)
                        .orElse(0L));
        return table.find(id).filter(found -> shows.test(found.view())).orElseThrow(() -> missing(id));
    }

    public Page<V> page(Filters filters, PageRequest page) {
        return page(filters, List.of(), page);
    }

    public Page<V> page(Filters filters, List<Condition> conditions, PageRequest page) {
        int size = page.size();
        String after = Cursor.textOf(page.cursor());
        return Page.of(table.list(filters, conditions, after, size + 1), size, Versioned::id)
                .map(Versioned::view);
    }

    private Refusal missing(String id) {
        return Refusal.notFound("There is no %s '%s'.".formatted(word, id));
    }
}
