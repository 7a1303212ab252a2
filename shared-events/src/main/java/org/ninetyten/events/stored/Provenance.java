package org.ninetyten.events.stored;

import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * Who, and what it came from: in the metadata of every event.
 *
 * @param actorId whose credentials gave the command, or {@code system} for what a clock did
 * @param actorRole the role in which they were allowed to
 * @param correlationId shared by everything that one request led to
 * @param causationId the id of the command (or event) it came from directly
 */
public record Provenance(String actorId, String actorRole, String correlationId, String causationId) {

    public static final String ACTOR_ID = "actorId";
    public static final String ACTOR_ROLE = "actorRole";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";

    /** The actor of what a clock or an automation did, and its role. */
    public static final String SYSTEM = "system";

    private static final String UNKNOWN = "unknown";

    /** What the system does of itself, as a consequence of something else. */
    public static Provenance system(String correlationId, String causationId) {
        return new Provenance(SYSTEM, SYSTEM.toUpperCase(java.util.Locale.ROOT), correlationId, causationId);
    }

    /** Metadata values are strings: anything else would come back as another type than it was stored as. */
    public Map<String, String> asMetaData() {
        return Map.of(
                ACTOR_ID, actorId, ACTOR_ROLE, actorRole, CORRELATION_ID, correlationId, CAUSATION_ID, causationId);
    }

    /** The same actor and correlation, for what the given message leads to. */
    public Provenance causedBy(String messageId) {
        return new Provenance(actorId, actorRole, correlationId, messageId);
    }

    public static Provenance of(MetaData metaData) {
        return new Provenance(
                value(metaData, ACTOR_ID),
                value(metaData, ACTOR_ROLE),
                value(metaData, CORRELATION_ID),
                value(metaData, CAUSATION_ID));
    }

    private static String value(MetaData metaData, String key) {
        Object value = metaData.get(key);
        return value == null ? UNKNOWN : value.toString();
    }
}
