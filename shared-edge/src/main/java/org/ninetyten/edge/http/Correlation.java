package org.ninetyten.edge.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** One id for everything a request leads to: the caller's own where they send one, else a new one. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private Correlation() {}

    /** The id of this request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String id) {
            return id;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** @return whether it may be used: it goes into logs and headers, so not everything may */
    static boolean isAllowed(String id) {
        return ALLOWED.matcher(id).matches();
    }

    static void take(HttpServletRequest request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }
}
