package org.ninetyten.edge.http;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text that cannot be kept as it stands: it has control characters, or half a character. */
final class UnusableTextException extends DatabindException {

    private static final long serialVersionUID = 1;

    UnusableTextException(JsonParser parser, String message) {
        super(parser, message);
    }
}
