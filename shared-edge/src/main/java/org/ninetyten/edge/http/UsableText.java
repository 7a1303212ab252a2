package org.ninetyten.edge.http;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Texts as they come, but for what no database and no page can keep: control characters other than tab and line ends,
 * and halves of surrogate pairs. A number or a truth value is no text.
 */
final class UsableText extends StdScalarDeserializer<String> {

    UsableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isScalarValue()
                || parser.currentToken() != tools.jackson.core.JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw new UnusableTextException(parser, "may not have control characters");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new UnusableTextException(parser, "may not have half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }
}
