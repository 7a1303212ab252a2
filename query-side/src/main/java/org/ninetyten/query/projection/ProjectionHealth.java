package org.ninetyten.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code /actuator/health} says of each projection. A stopped or failed one makes the whole answer 503; one that is
 * only behind does not, as it gets there by itself. Readiness looks at neither: old answers are better than none.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionHealth {

    /** Works, but has not taken in an event for longer than it should take. */
    static final Status LAGGING = new Status("LAGGING");

    @Bean
    CompositeHealthContributor projectionsHealthContributor(
            List<Projection> projections,
            ProjectionStates states,
            @Value("${ninety-ten.projections.lagging-after:30s}") Duration laggingAfter) {
        Map<String, HealthContributor> byName = new TreeMap<>();
        for (Projection projection : projections) {
            HealthIndicator indicator = () -> health(states.of(projection), laggingAfter);
            byName.put(projection.name(), indicator);
        }
        return CompositeHealthContributor.fromMap(byName);
    }

    static Health health(ProjectionView view, Duration laggingAfter) {
        Health.Builder health = switch (view.state()) {
            case RUNNING -> view.lagSeconds() > laggingAfter.toSeconds() ? Health.status(LAGGING) : Health.up();
            case STOPPED, FAILED -> Health.down();
        };
        return health.withDetail("state", view.state())
                .withDetail("lagEvents", view.lagEvents())
                .withDetail("lagSeconds", view.lagSeconds())
                .withDetail("deadLetters", view.deadLetters())
                .build();
    }
}
