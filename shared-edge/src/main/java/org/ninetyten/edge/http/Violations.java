package org.ninetyten.edge.http;

import java.util.Comparator;
import java.util.List;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;

/** What validation found, as it is answered. */
final class Violations {

    private Violations() {}

    static Refusal refusal(List<Violation> violations) {
        // In an order that is the same every time: validation keeps none.
        return Refusal.invalid(violations.stream()
                .sorted(Comparator.comparing(violation -> violation.pointer() + " " + violation.message()))
                .toList());
    }

    static Violation of(MessageSourceResolvable error) {
        if (error instanceof FieldError field) {
            return Violation.at(pointer(field.getField()), message(error));
        }
        return Violation.at("", message(error));
    }

    /** {@code agreedActions[1].text} as {@code /agreedActions/1/text}. */
    private static String pointer(String field) {
        return "/" + field.replace("[", ".").replace("]", "").replace('.', '/');
    }

    static String message(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }
}
