package org.ninetyten.edge.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ninetyten.edge.http.PlainText;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/** Why somebody reads what they read, in their own words. */
public final class Purposes {

    public static final String HEADER = "X-Purpose";

    private static final int LONGEST = 200;

    private Purposes() {}

    /** @throws Refusal {@code purpose-required} when none is given, {@code invalid} when it is no text to keep */
    public static String require(HttpServletRequest request) {
        return of(request)
                .orElseThrow(() -> Refusal.invalid(
                        "purpose-required",
                        "Say in the header " + HEADER + " what you read this for: it goes into the access log.",
                        Violation.ofParameter(HEADER, "must be given")));
    }

    /** @throws Refusal {@code invalid} when it is no text to keep */
    public static Optional<String> of(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        String purpose = PlainText.ofHeader(header).strip();
        if (!PlainText.isPlain(purpose, LONGEST)) {
            throw Refusal.invalid(
                    "invalid",
                    HEADER + " is not a purpose that could be kept.",
                    Violation.ofParameter(HEADER, "must be one line of 1 to 200 characters, in UTF-8"));
        }
        return Optional.of(purpose);
    }

    /** For the log, which is not the one to refuse it. */
    static Optional<String> usable(HttpServletRequest request) {
        try {
            return of(request);
        } catch (Refusal e) {
            return Optional.empty();
        }
    }
}
