package org.ninetyten.query.projection;

import java.util.function.LongPredicate;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the command side's own readers of the store have got. */
@Component
public class Automations {

    private final JdbcTemplate jdbc;
    private final Serializer tokens;

    Automations(JdbcTemplate jdbc, @Qualifier("generalSerializer") Serializer tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** Whether it has taken in the event at that position; not, where it has never read anything. */
    public boolean hasTakenIn(String name, long position) {
        return jdbc
                .query(
                        "SELECT token, tokenType FROM eventstore.token_entry WHERE processorName = ?",
                        (row, number) -> token(row.getBytes("token"), row.getString("tokenType")),
                        name)
                .stream()
                .anyMatch(covers -> covers.test(position));
    }

    private LongPredicate token(byte @Nullable [] token, String type) {
        if (token == null) {
            return position -> false;
        }
        TrackingToken read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return WrappedToken.unwrapLowerBound(read) instanceof GapAwareTrackingToken at
                ? position -> at.getIndex() >= position && !at.getGaps().contains(position)
                : position -> false;
    }
}
