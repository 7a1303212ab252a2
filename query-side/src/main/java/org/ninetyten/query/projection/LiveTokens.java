package org.ninetyten.query.projection;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which events the rows that queries are answered from reflect: as the projections' tokens say, which commit with them. */
@Component
class LiveTokens {

    private final JdbcTemplate jdbc;
    private final Serializer tokens;

    LiveTokens(JdbcTemplate jdbc, @Qualifier("generalSerializer") Serializer tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    Coverage of(String projection) {
        return jdbc
                .query(
                        "SELECT token, tokenType FROM readmodel.token_entry WHERE processorName = ? AND segment = 0",
                        (row, number) -> coverage(row.getBytes("token"), row.getString("tokenType")),
                        projection)
                .stream()
                .findFirst()
                .orElse(Coverage.NOTHING);
    }

    /** The same, and until the transaction ends nobody moves it. */
    Coverage held(String projection) {
        jdbc.query(
                "SELECT 1 FROM readmodel.token_entry WHERE processorName = ? FOR UPDATE",
                (row, number) -> row.getInt(1),
                projection);
        return of(projection);
    }

    Coverage coverage(byte @Nullable [] token, @Nullable String type) {
        if (token == null) {
            return Coverage.NOTHING;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return Coverage.of(read);
    }
}
