package org.ninetyten.edge.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Days and instants in ISO 8601, of years that people in police records mean. Java can say days that no database can
 * keep, and instants that have no day.
 */
public final class UsableTime<T> extends StdScalarDeserializer<T> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private static final Instant FIRST = startOf(FIRST_YEAR);
    private static final Instant END = startOf(LAST_YEAR + 1);

    /** What is said of any other. */
    public static final String YEARS = "must lie in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR);

    private final Class<T> type;
    private final transient Function<String, T> parse;
    private final transient Function<T, Instant> start;

    private UsableTime(Class<T> type, Function<String, T> parse, Function<T, Instant> start) {
        super(type);
        this.type = type;
        this.parse = parse;
        this.start = start;
    }

    static UsableTime<LocalDate> days() {
        return new UsableTime<>(
                LocalDate.class,
                LocalDate::parse,
                day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static UsableTime<Instant> instants() {
        return new UsableTime<>(Instant.class, Instant::parse, Function.identity());
    }

    /** Whether it is an instant of those years. */
    public static boolean isUsable(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
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
        if (!isUsable(start.apply(time))) {
            throw new UnusableTextException(parser, YEARS);
        }
        return time;
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
