package org.ninetyten.events.stored;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * How events of earlier revisions are brought to the shape of today, while they are read; what is stored stays as it
 * was.
 *
 * <p>When a stored shape changes:
 *
 * <ol>
 *   <li>raise the event's revision in {@link StoredEventTypes};
 *   <li>write a {@code SingleEventUpcaster} in this package, from one revision to the next and no further, on {@code
 *       tools.jackson.databind.JsonNode}, and add it at the end of this chain: it is given what the ones before it made;
 *   <li>keep the golden file of the earlier revision as it is, for it is the literal old JSON on which the upcaster is
 *       tested ({@code GoldenEventsTest} reads every one through this chain), and add one for the new revision.
 * </ol>
 *
 * <p>A new field that may be absent needs none of this: old events are read without it.
 */
public final class Upcasters {

    private Upcasters() {}

    /** From oldest to newest. Every event is still at its first revision. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain();
    }
}
