package org.ninetyten.query.projection;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Dead letters, for those who look after projections. */
@Component
class DeadLetterRows {

    private static final String CASE = Subject.TRANSGRESSION.stream("");

    private static final Place BEGINNING = new Place("", -1);

    private final JdbcTemplate jdbc;
    private final Documents documents;
    private final CasesToName cases;

    DeadLetterRows(JdbcTemplate jdbc, Documents documents, CasesToName cases) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.cases = cases;
    }

    private record Place(String sequence, long index) {}

    /**
     * In the order in which each sequence has to be taken in. A case that is not there for the caller is not named.
     *
     * @param after the event of the last that was seen; empty for none
     * @throws Refusal for one that there never was
     */
    List<DeadLetterView> page(Projection projection, String after, int limit, Caller caller) {
        Place from = after.isEmpty() ? BEGINNING : placeOf(projection, after);
        List<DeadLetterView> found =
                jdbc.query("""
                SELECT * FROM readmodel.dead_letter
                WHERE processingGroup = ? AND (sequenceIdentifier, sequenceIndex) > (?, ?)
                ORDER BY sequenceIdentifier, sequenceIndex LIMIT ?
                """, (row, number) -> letter(row), projection.name(), from.sequence(), from.index(), limit);
        Set<String> named = cases.thereFor(caller, casesOf(found));
        return found.stream()
                .map(letter -> isOfACase(letter) && !named.contains(caseOf(letter)) ? letter.without(CASE) : letter)
                .toList();
    }

    /** Of one that was taken in meanwhile too: then none before it in its sequence is left. */
    private Place placeOf(Projection projection, String eventId) {
        return Stream.concat(
                        jdbc
                                .query(
                                        "SELECT sequenceIdentifier, sequenceIndex FROM readmodel.dead_letter"
                                                + " WHERE processingGroup = ? AND eventIdentifier = ?",
                                        (row, number) -> new Place(row.getString(1), row.getLong(2)),
                                        projection.name(),
                                        eventId)
                                .stream(),
                        jdbc
                                .query(
                                        "SELECT stream FROM eventstore.domain_event WHERE event_id = ?",
                                        (row, number) -> new Place(row.getString(1), -1),
                                        eventId)
                                .stream())
                .findFirst()
                .orElseThrow(Cursor::notOurs);
    }

    private static List<String> casesOf(List<DeadLetterView> letters) {
        return letters.stream()
                .filter(DeadLetterRows::isOfACase)
                .map(DeadLetterRows::caseOf)
                .distinct()
                .toList();
    }

    private static boolean isOfACase(DeadLetterView letter) {
        return letter.sequence().startsWith(CASE);
    }

    private static String caseOf(DeadLetterView letter) {
        return letter.sequence().substring(CASE.length());
    }

    private DeadLetterView letter(ResultSet row) throws SQLException {
        String sequence = row.getString("sequenceIdentifier");
        String cause = row.getString("causeMessage");
        return new DeadLetterView(
                sequence,
                position(row.getBytes("metaData")).orElse(null),
                row.getString("eventIdentifier"),
                row.getString("payloadType"),
                subject(sequence),
                Instant.parse(row.getString("enqueuedAt")),
                cause,
                row.getString("causeType") == null);
    }

    private static Map<String, String> subject(String stream) {
        int colon = stream.indexOf(':');
        return colon < 0 ? Map.of() : Map.of(stream.substring(0, colon) + "Id", stream.substring(colon + 1));
    }

    private Optional<Long> position(byte @Nullable [] metaData) {
        if (metaData == null) {
            return Optional.empty();
        }
        try {
            Object position = documents
                    .read(new String(metaData, StandardCharsets.UTF_8), Map.class)
                    .get("position");
            return Optional.ofNullable(position).map(Object::toString).map(Long::valueOf);
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
