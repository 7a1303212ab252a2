package org.ninetyten.edge.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** One id for everything a request leads to: the caller's own where they send one, else a new one. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    private static final String LOG_KEY = "correlationId";
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

    /** Does what the given id led to; the log lines of it carry that id. */
    public static <T> T logged(String id, Supplier<T> work) {
        String outer = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, id);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                MDC.remove(LOG_KEY);
            } else {
                MDC.put(LOG_KEY, outer);
            }
        }
    }

    /** @return whether it may be used: it goes into logs and headers, so not everything may */
    static boolean isAllowed(String id) {
        return ALLOWED.matcher(id).matches();
    }

    /** For the log lines of this thread from here on. */
    static MDC.MDCCloseable logged(String id) {
        return MDC.putCloseable(LOG_KEY, id);
    }

    static void take(HttpServletRequest request, String id) {
        request.setAttribute(ATTRIBUTE, id);
    }
}
