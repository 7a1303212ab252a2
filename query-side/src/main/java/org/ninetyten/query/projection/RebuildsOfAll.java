package org.ninetyten.query.projection;

import java.time.Instant;
import java.util.List;
import org.ninetyten.events.Subject;
import org.springframework.stereotype.Component;

/** Every projection that tells of people made anew, because what is stored reads otherwise than it did. */
@Component
public class RebuildsOfAll {

    private static final String ASKED_BY = "system";

    private final List<Projection> projections;
    private final LiveTokens tokens;
    private final Rebuilds rebuilds;
    private final RebuildWorker worker;

    RebuildsOfAll(List<Projection> projections, LiveTokens tokens, Rebuilds rebuilds, RebuildWorker worker) {
        this.projections =
                projections.stream().filter(RebuildsOfAll::tellsOfPeople).toList();
        this.tokens = tokens;
        this.rebuilds = rebuilds;
        this.worker = worker;
    }

    private static boolean tellsOfPeople(Projection projection) {
        return projection.concerns(Subject.OFFICER)
                || projection.concerns(Subject.ACCOUNT)
                || projection.concerns(Subject.TRANSGRESSION);
    }

    /** Whether none of them will yet take in an event up to that position. */
    public boolean havePassed(long position) {
        return projections.stream()
                .allMatch(projection -> tokens.of(projection.name()).position() >= position);
    }

    /** Whether each was made anew from its first event since; those that were not are asked for. */
    public boolean areMadeSince(Instant since) {
        boolean all = true;
        for (Projection projection : projections) {
            all &= isMadeSince(projection.name(), since);
        }
        return all;
    }

    private boolean isMadeSince(String projection, Instant since) {
        boolean made = rebuilds.latest(projection, Rebuild.Purpose.REBUILD)
                .filter(latest -> latest.state() == Rebuild.State.DONE)
                .filter(latest -> !latest.askedAt().isBefore(since))
                .isPresent();
        if (!made && rebuilds.running(projection).isEmpty()) {
            rebuilds.begin(projection, Rebuild.Purpose.REBUILD, ASKED_BY);
            worker.poke();
        }
        return made;
    }
}
