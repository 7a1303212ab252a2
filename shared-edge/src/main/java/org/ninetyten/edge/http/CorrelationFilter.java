package org.ninetyten.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes or makes the correlation id, puts it into the log lines of the request, and returns it. */
final class CorrelationFilter extends OncePerRequestFilter {

    private static final String LOG_KEY = "correlationId";

    private final Problems problems;

    CorrelationFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = request.getHeader(Correlation.HEADER);
        boolean usable = asked == null || Correlation.isAllowed(asked);
        if (asked != null && usable) {
            Correlation.take(request, asked);
        }
        String id = Correlation.of(request);
        response.setHeader(Correlation.HEADER, id);
        MDC.put(LOG_KEY, id);
        try {
            if (usable) {
                chain.doFilter(request, response);
            } else {
                problems.correlationIdNotAllowed(request, response);
            }
        } finally {
            MDC.remove(LOG_KEY);
        }
    }
}
