package org.ninetyten.edge.http;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages of other origins a browser lets call this service.
 *
 * @param allowedOrigins such as {@code https://intranet.force.example}; none by default, and never all
 */
@ConfigurationProperties("ninety-ten.cors")
record CorsProperties(@DefaultValue Set<String> allowedOrigins) {

    CorsProperties {
        for (String origin : allowedOrigins) {
            if (!origin.matches("https?://[^/*\\s]+")) {
                throw new IllegalArgumentException("ninety-ten.cors.allowed-origins has '" + origin
                        + "': an origin is scheme, host and port alone, such as https://intranet.force.example");
            }
        }
    }
}
