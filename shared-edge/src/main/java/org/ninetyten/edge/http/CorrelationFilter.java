package org.ninetyten.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes or makes the correlation id, puts it into the log lines of the request, and returns it. It stands within the
 * request's trace, so that each line has both and whoever knows the one finds the other.
 */
final class CorrelationFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(CorrelationFilter.class);

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
        try (MDC.MDCCloseable ignored = Correlation.logged(id)) {
            if (usable) {
                chain.doFilter(request, response);
            } else {
                problems.correlationIdNotAllowed(request, response);
            }
            // The path as it was sent, still escaped: it breaks no line. What was searched for is nobody's business.
            log.debug("{} {} answered with {}", request.getMethod(), request.getRequestURI(), response.getStatus());
        }
    }
}
