package org.ninetyten.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far projections have got: as their tokens say, whichever process moves them. */
@Component
class ProjectionStates {

    /** How long a process that stopped renewing its claim on a token is still taken to be at work. */
    static final Duration CLAIM_HOLDS = Duration.ofSeconds(10);

    private static final String FROM_DEAD_LETTERS = " FROM readmodel.dead_letter WHERE processingGroup = ? ";

    private final ProjectionHandlers handlers;
    private final JdbcTemplate jdbc;
    private final LiveTokens tokens;
    private final Rebuilds rebuilds;
    private final Documents documents;
    private final CasesToName cases;
    private final Clock clock;

    ProjectionStates(
            ProjectionHandlers handlers,
            JdbcTemplate jdbc,
            LiveTokens tokens,
            Rebuilds rebuilds,
            Documents documents,
            CasesToName cases,
            Clock clock) {
        this.handlers = handlers;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.rebuilds = rebuilds;
        this.documents = documents;
        this.cases = cases;
        this.clock = clock;
    }

    List<ProjectionView> all() {
        return handlers.all().stream()
                .sorted(Comparator.comparing(ProjectionHandler::name))
                .map(this::of)
                .toList();
    }

    /** @throws Refusal 404 */
    Projection projection(String name) {
        return handlers.named(name)
                .map(ProjectionHandler::projection)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no projection of that name. See /api/projections for those there are."));
    }

    ProjectionView of(Projection projection) {
        return handlers.named(projection.name()).map(this::of).orElseThrow();
    }

    /** Without the names of cases that are not there for the caller. */
    Optional<VerificationView> verification(String name, Caller caller) {
        return rebuilds.latest(name, Rebuild.Purpose.VERIFICATION)
                .map(verification -> VerificationView.of(verification, result(verification, caller)));
    }

    private Comparison.@Nullable Result result(Rebuild verification, Caller caller) {
        return verification.result() == null
                ? null
                : documents.read(verification.result(), Comparison.Result.class).withoutAnyOf(cases.hiddenFrom(caller));
    }

    private ProjectionView of(ProjectionHandler handler) {
        Progress progress = progressOf(handler.name());
        Lag lag = lagBehind(progress, handler.projection());
        String error = handler.failure().orElse(null);
        return new ProjectionView(
                handler.name(),
                state(progress, error),
                error,
                progress.position(),
                lag.events(),
                lag.seconds(),
                count("SELECT count(*)" + FROM_DEAD_LETTERS, handler.name()),
                rebuilds.latest(handler.name(), Rebuild.Purpose.REBUILD)
                        .map(RebuildView::of)
                        .orElse(null));
    }

    private static ProjectionView.State state(Progress progress, @Nullable String error) {
        if (error != null) {
            return ProjectionView.State.FAILED;
        }
        return progress.claimed() ? ProjectionView.State.RUNNING : ProjectionView.State.STOPPED;
    }

    private record Progress(Coverage covers, boolean claimed) {

        static final Progress NONE = new Progress(Coverage.NOTHING, false);

        long position() {
            return covers.position();
        }
    }

    private Progress progressOf(String name) {
        return jdbc
                .query(
                        "SELECT token, tokenType, timestamp, owner FROM readmodel.token_entry WHERE processorName = ?",
                        (row, number) -> progress(row),
                        name)
                .stream()
                .min(Comparator.comparingLong(Progress::position))
                .orElse(Progress.NONE);
    }

    private Progress progress(ResultSet row) throws SQLException {
        boolean claimed = row.getString("owner") != null
                && Instant.parse(row.getString("timestamp"))
                        .isAfter(clock.instant().minus(CLAIM_HOLDS));
        return new Progress(tokens.coverage(row.getBytes("token"), row.getString("tokenType")), claimed);
    }

    private record Lag(long events, long seconds) {}

    /** By events that concern the projection: what it passes over is kept with its token later. */
    private Lag lagBehind(Progress progress, Projection projection) {
        // A gap that has been filled since is an event that was not taken in; one that never will be is not.
        Long[] gaps = progress.covers().gaps().toArray(Long[]::new);
        String[] others = EventPages.others(projection);
        String unread = " FROM eventstore.domain_event WHERE (position > ? OR position = ANY (?))"
                + " AND NOT stream LIKE ANY (?)";
        long events = count("SELECT count(*)" + unread, progress.position(), gaps, others);
        if (events == 0) {
            return new Lag(0, 0);
        }
        return jdbc
                .query(
                        "SELECT recorded_at" + unread + " ORDER BY position LIMIT 1",
                        (row, number) -> Instant.parse(row.getString(1)),
                        progress.position(),
                        gaps,
                        others)
                .stream()
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
                .map(seconds -> new Lag(events, seconds))
                .findFirst()
                .orElse(new Lag(0, 0));
    }

    private long count(String sql, Object... values) {
        Long counted = jdbc.queryForObject(sql, Long.class, values);
        return counted == null ? 0 : counted;
    }
}
