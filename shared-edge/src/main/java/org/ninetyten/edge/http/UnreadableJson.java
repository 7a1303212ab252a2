package org.ninetyten.edge.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in words, and without naming any class, what is wrong with a JSON body. */
final class UnreadableJson {

    private static final int LONGEST_NAME = 100;

    private UnreadableJson() {}

    static Refusal refusal(@Nullable Throwable cause) {
        if (cause == null) {
            return noJson();
        }
        return switch (cause) {
            case StreamConstraintsException e -> tooMuch();
            case UnrecognizedPropertyException e -> invalid(e, "is not a known field");
            case UnusableTextException e -> invalid(e, e.getOriginalMessage());
            case InvalidFormatException e -> invalid(e, "must be " + expected(e.getTargetType()));
            case MismatchedInputException e -> invalid(e, "must be " + expected(e.getTargetType()));
            case DatabindException e -> invalid(e, "is not valid");
            case InputCoercionException e -> invalid(e, "must be " + expected(e.getTargetType()));
            case JacksonException e -> malformed(e);
            default -> noJson();
        };
    }

    private static Refusal noJson() {
        return Refusal.invalid("malformed-json", "Send a JSON object as the body.");
    }

    private static Refusal tooMuch() {
        return Refusal.invalid(
                "json-too-large",
                "The body is nested more than 32 deep, or has a name, number or text that is too long, or too many of them.");
    }

    private static Refusal invalid(JacksonException e, String message) {
        return Refusal.invalid(List.of(Violation.at(pointer(e), message)));
    }

    private static Refusal malformed(JacksonException e) {
        var where = e.getLocation();
        String place = where == null || where.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
        return Refusal.invalid("malformed-json", "The body is not well-formed JSON" + place + ".");
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(part -> part.getPropertyName() == null ? String.valueOf(part.getIndex()) : part.getPropertyName())
                .map(UnreadableJson::quotable)
                .map(part -> "/" + part.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** A field's name as the caller gave it may be as long as the body, and may hold what cannot be written. */
    private static String quotable(String name) {
        String start = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    static String expected(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return type == null ? "of another type" : wordFor(type);
    }

    static String wordFor(Class<?> type) {
        if (type == LocalDate.class) {
            return "a day such as 2026-03-01";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-03-01T09:30:00Z";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return "an object";
    }
}
