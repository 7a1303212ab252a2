package org.ninetyten.edge.http;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A day or an instant as ISO 8601 text with a year of four digits, and as nothing else: a number would be guessed at,
 * and a year of six digits is in no record and in no database column.
 */
final class IsoText<T> extends StdScalarDeserializer<T> {

    private final Class<T> type;
    private final Pattern shape;
    private final Function<String, T> parse;

    IsoText(Class<T> type, String shape, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.shape = Pattern.compile(shape);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(getValueType(context), parser));
        }
        String text = parser.getString();
        if (shape.matcher(text).matches()) {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                // The caller is told what is wanted, below; the parser's own words would say no more.
            }
        }
        throw context.weirdStringException(text, type, "not ISO 8601");
    }
}
