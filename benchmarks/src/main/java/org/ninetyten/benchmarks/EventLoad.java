package org.ninetyten.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.StoredEventTypes;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts many events into a store at once, as the command side would have stored them. */
final class EventLoad implements AutoCloseable {

    private static final String COPY = """
            COPY eventstore.domain_event (stream, sequence_number, aggregate_type, event_id, event_type, revision,
                recorded_at, payload, metadata) FROM STDIN
            """;

    private final Serializer serializer;
    private final HexFormat hex = HexFormat.of();
    private final Map<String, Long> next = new HashMap<>();
    private final String metadata;
    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder();

    EventLoad(Store store, Serializer serializer) throws SQLException {
        this.serializer = serializer;
        Provenance by = new Provenance(
                "standards",
                "STANDARDS",
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        metadata = hex.formatHex(serializer
                .serialize(MetaData.from(by.asMetaData()), byte[].class)
                .getData());
        connection = store.connect();
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    void add(Event event) {
        StoredEventTypes.StoredType type = StoredEventTypes.of(event.getClass());
        String stream = event.stream();
        column(stream);
        column(String.valueOf(next.merge(stream, 1L, Long::sum) - 1));
        column(event.subject().word());
        column(UUID.randomUUID().toString());
        column(type.name());
        column(type.revision());
        column(Instant.now().toString());
        column("\\\\x" + hex.formatHex(serializer.serialize(event, byte[].class).getData()));
        text.append("\\\\x").append(metadata).append('\n');
        if (text.length() > 1_000_000) {
            send();
        }
    }

    private void column(String value) {
        text.append(value).append('\t');
    }

    private void send() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("Events could not be loaded", e);
        }
        text.setLength(0);
    }

    /** Only now are they there. */
    @Override
    public void close() throws SQLException {
        send();
        copy.endCopy();
        connection.close();
    }
}
