package org.ninetyten.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers browsers that ask whether a page of another origin may call: those that are configured, and by default no.
 * What comes unasked is answered as ever, without the headers that would let the page read it; credentials are a header
 * here and never a cookie, so no page sends any by accident.
 */
final class CrossOriginFilter extends OncePerRequestFilter {

    private final CorsProperties properties;
    private final Problems problems;
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration configuration = new CorsConfiguration();

    CrossOriginFilter(CorsProperties properties, Problems problems) {
        this.properties = properties;
        this.problems = problems;
        configuration.setAllowedOrigins(List.copyOf(properties.allowedOrigins()));
        configuration.setAllowedMethods(List.of("GET", "PUT", "POST", "DELETE"));
        configuration.setAllowedHeaders(
                List.of("Authorization", "Accept", "Content-Type", "If-Match", Correlation.HEADER, "X-Purpose"));
        configuration.setExposedHeaders(List.of("ETag", "Link", "Location", "Retry-After", Correlation.HEADER));
        configuration.setMaxAge(Duration.ofMinutes(10));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean allowed = origin != null && properties.allowedOrigins().contains(origin);
        boolean goesOn = allowed ? processor.processRequest(configuration, request, response) : true;
        if (CorsUtils.isPreFlightRequest(request)) {
            if (!allowed) {
                problems.originNotAllowed(request, response);
            }
        } else if (goesOn) {
            chain.doFilter(request, response);
        }
    }
}
