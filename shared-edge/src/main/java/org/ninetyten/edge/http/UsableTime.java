package org.ninetyten.edge.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Days and instants in ISO 8601, of years that people in police records mean. Java can say days that no database can
 * keep, and instants that have no day.
 */
final class UsableTime<T> extends StdScalarDeserializer<T> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Class<T> type;
    private final transient Function<String, T> parse;
    private final transient ToIntFunction<T> year;

    private UsableTime(Class<T> type, Function<String, T> parse, ToIntFunction<T> year) {
        super(type);
        this.type = type;
        this.parse = parse;
        this.year = year;
    }

    static UsableTime<LocalDate> days() {
        return new UsableTime<>(LocalDate.class, LocalDate::parse, LocalDate::getYear);
    }

    static UsableTime<Instant> instants() {
        return new UsableTime<>(Instant.class, Instant::parse, UsableTime::yearOf);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(getValueType(context), parser));
        }
        String text = parser.getString();
        T time;
        try {
            time = parse.apply(text);
        } catch (DateTimeParseException e) {
            return type.cast(context.handleWeirdStringValue(type, text, "not ISO 8601"));
        }
        int in = year.applyAsInt(time);
        if (in < FIRST_YEAR || in > LAST_YEAR) {
            throw new UnusableTextException(parser, "must lie in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return time;
    }

    /** The outermost instants have no date in any calendar class: their seconds alone tell enough. */
    private static int yearOf(Instant instant) {
        long seconds = Math.clamp(
                instant.getEpochSecond(),
                LocalDate.EPOCH.withYear(FIRST_YEAR - 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                LocalDate.EPOCH.withYear(LAST_YEAR + 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).getYear();
    }
}
