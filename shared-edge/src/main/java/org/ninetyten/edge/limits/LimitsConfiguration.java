package org.ninetyten.edge.limits;

import org.ninetyten.edge.http.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Within the security chain: once it is known who calls, and before it is decided what they may. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
public class LimitsConfiguration {

    @Bean
    Customizer<HttpSecurity> rateLimit(RateLimitProperties limit, Problems problems) {
        return http -> {
            if (limit.enabled()) {
                http.addFilterBefore(new RateLimitFilter(limit, problems), AuthorizationFilter.class);
            }
        };
    }
}
