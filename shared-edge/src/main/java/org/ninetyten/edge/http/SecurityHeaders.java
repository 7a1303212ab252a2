package org.ninetyten.edge.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer says to browsers, also to what is refused before anything else is reached: keep nothing, guess
 * nothing, show it in no frame, load nothing, tell nobody where you came from.
 */
final class SecurityHeaders extends OncePerRequestFilter {

    private static final String SHOWS_NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** The page of the API is a script, with styles in its elements, that calls where it came from. */
    private static final String OF_THE_API_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(request, response);
        chain.doFilter(request, response);
    }

    /** {@code no-store} goes with entity tags: they say which version was read, whether it is kept or not. */
    static void set(HttpServletRequest request, HttpServletResponse response) {
        boolean apiPage = request.getRequestURI() != null
                && request.getRequestURI().startsWith(request.getContextPath() + "/swagger-ui");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", apiPage ? OF_THE_API_PAGE : SHOWS_NOTHING);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Permitted-Cross-Domain-Policies", "none");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
