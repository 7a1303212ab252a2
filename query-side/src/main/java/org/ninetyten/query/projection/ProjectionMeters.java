package org.ninetyten.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far each projection has got, for dashboards and alarms: worked out when it is asked for. */
@Component
class ProjectionMeters implements MeterBinder {

    private final List<Projection> projections;
    private final ProjectionStates states;

    ProjectionMeters(List<Projection> projections, ProjectionStates states) {
        this.projections = projections;
        this.states = states;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Projection projection : projections) {
            gauge(registry, projection, "lag.events", "Events not taken in yet", ProjectionView::lagEvents);
            gauge(registry, projection, "lag.seconds", "How long the oldest of them waits", ProjectionView::lagSeconds);
            gauge(
                    registry,
                    projection,
                    "dead.letters",
                    "Events that could not be taken in",
                    ProjectionView::deadLetters);
            gauge(
                    registry,
                    projection,
                    "running",
                    "1 where some process works on it",
                    view -> view.state() == ProjectionView.State.RUNNING ? 1 : 0);
            gauge(
                    registry,
                    projection,
                    "rebuild.progress",
                    "From 0 to 1 while it is made anew; 1 otherwise",
                    view -> progressOf(view.rebuild()));
        }
    }

    private static double progressOf(@Nullable RebuildView rebuild) {
        if (rebuild == null || rebuild.state() != Rebuild.State.RUNNING) {
            return 1;
        }
        return rebuild.of() == 0 ? 0 : Math.min(1, (double) rebuild.read() / rebuild.of());
    }

    private void gauge(
            MeterRegistry registry,
            Projection projection,
            String name,
            String description,
            ToDoubleFunction<ProjectionView> value) {
        Gauge.builder("ninetyten.projection." + name, states, all -> value.applyAsDouble(all.of(projection)))
                .description(description)
                .tag("projection", projection.name())
                .register(registry);
    }
}
