package org.ninetyten.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageCsv;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.StoredEventTypes;
import org.ninetyten.events.stored.StoredEventTypes.StoredType;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.page.Moment;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.scope.Units;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything that happened, oldest first. What had happened by a day and what was known of it on a day are asked for
 * apart: a report may come months after what it is about.
 *
 * <p>A history carries its subject's version as {@code ETag} but is never answered 304: it also grows by what happens
 * to others in respect of its subject, of which that version says nothing.
 */
@RestController
@Tag(name = "Histories", description = "Everything that happened, oldest first, as JSON or CSV.")
class HistoryQueries {

    private final Histories histories;
    private final RestrictedCases restrictedCases;
    private final Units units;
    private final Freshness freshness;

    HistoryQueries(Histories histories, RestrictedCases restrictedCases, Units units, Freshness freshness) {
        this.histories = histories;
        this.restrictedCases = restrictedCases;
        this.units = units;
        this.freshness = freshness;
    }

    /** Which part of a history is asked for. */
    record Asked(
            @Parameter(
                    description = "Only what was recorded then or later: an instant, or a day, which starts at midnight"
                            + " in London.",
                    example = "2026-01-01")
            @Nullable
            String from,

            @Parameter(
                    description = "Only what was recorded before: an instant, or a day, which starts at midnight in"
                            + " London.",
                    example = "2027-01-01T00:00:00Z")
            @Nullable
            String to,

            @Parameter(
                    name = "known-on",
                    description =
                            "Only what was known then, that is, had been recorded: an instant, or a day in London,"
                                    + " which counts whole.",
                    example = "2026-05-31")
            @BindParam("known-on")
            @Nullable
            String knownOn,

            @Parameter(
                    name = "happened-by",
                    description = "Only what had happened then, whenever it was recorded: a day, which counts whole, or"
                            + " an instant, which counts as the day it lies in in London, for of most that happens"
                            + " only the day is recorded.",
                    example = "2026-05-31")
            @BindParam("happened-by")
            @Nullable
            String happenedBy,

            @Parameter(description = "Only events of this kind.", example = "TrainingRecorded") @Nullable
            String kind,

            @Parameter(description = "Only what this caller recorded.", example = "comms") @Nullable
            String actor) {

        HistoryFilter filter() {
            return new HistoryFilter(
                    Moment.parse("from", from),
                    Moment.parse("to", to),
                    Moment.through("known-on", knownOn),
                    Moment.day("happened-by", happenedBy),
                    kind == null ? null : known(kind),
                    actor == null ? null : Filters.usable("actor", actor),
                    Callers.scope());
        }

        private static String known(String kind) {
            if (StoredEventTypes.named(kind).isEmpty()) {
                String kinds = StoredEventTypes.all().stream()
                        .map(StoredType::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
                throw Refusal.invalid(
                        "invalid",
                        "There are no events of that kind.",
                        Violation.ofParameter("kind", "must be one of " + kinds));
            }
            return kind;
        }
    }

    @GetMapping(
            path = "/api/officers/{id}/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read an officer's history",
            description = "Everything about them, oldest first. An officer reads only their own, and sees nothing of a"
                    + " case about them before they were told of it, or it was explained as no breach, but for what they"
                    + " reported of themselves. Legal holds show to COMMS, STANDARDS and AUDITOR, and to nobody about"
                    + " themselves.")
    @HistoryAnswer
    Page<HistoryEntry> ofOfficer(
            @Parameter(description = "The officer's id", example = "amina") @PathVariable @Slug String id,
            @ParameterObject Asked asked,
            @ParameterObject PageRequest page,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        return history(Subject.OFFICER, id, asked, page, atLeastVersion, response);
    }

    @GetMapping(
            path = "/api/accounts/{id}/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read an account's history",
            description = "What happened to it, to its holder and operators in respect of it, and its transgressions,"
                    + " oldest first.")
    @HistoryAnswer
    Page<HistoryEntry> ofAccount(
            @Parameter(description = "The account's id", example = "harbour-x") @PathVariable @Slug String id,
            @ParameterObject Asked asked,
            @ParameterObject PageRequest page,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        return history(Subject.ACCOUNT, id, asked, page, atLeastVersion, response);
    }

    @GetMapping(
            path = "/api/policies/{id}/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read a policy's history",
            description = "How it was drafted, revised and published, oldest first.")
    @HistoryAnswer
    Page<HistoryEntry> ofPolicy(
            @Parameter(description = "The policy's id", example = "social-media") @PathVariable @Slug String id,
            @ParameterObject Asked asked,
            @ParameterObject PageRequest page,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        return history(Subject.POLICY, id, asked, page, atLeastVersion, response);
    }

    @GetMapping(
            path = "/api/transgressions/{id}/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read a transgression's history",
            description = "What happened to it, and the conversations held because of it, oldest first: enough to"
                    + " understand the outcome. An officer reads that of a case about them, once they were told or it was"
                    + " explained as no breach; before that it is not there for them.")
    @HistoryAnswer
    Page<HistoryEntry> ofTransgression(
            @Parameter(description = "The transgression's id", example = "harbour-photo") @PathVariable @Slug String id,
            @ParameterObject Asked asked,
            @ParameterObject PageRequest page,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        Scope scope = Callers.scope();
        LongSupplier version = () -> isThereFor(scope, id) ? histories.versionOf(Subject.TRANSGRESSION, id) : 0;
        return history(Subject.TRANSGRESSION, id, asked, page, atLeastVersion, version, response);
    }

    /** As the transgression itself is. */
    private boolean isThereFor(Scope scope, String transgressionId) {
        String officer = histories.officerOfCase(transgressionId).orElse(null);
        return officer != null
                && !restrictedCases.hiddenFrom(scope.caller()).contains(transgressionId)
                && (!scope.caller().isOfficer(officer) || histories.showsToOfficer(transgressionId))
                && units.covers(scope, officer);
    }

    private Page<HistoryEntry> history(
            Subject subject,
            String id,
            Asked asked,
            PageRequest page,
            @Nullable Long atLeastVersion,
            HttpServletResponse response) {
        LongSupplier version = () -> histories.versionOf(subject, id);
        return history(subject, id, asked, page, atLeastVersion, version, response);
    }

    /** @param versionToBeSeen 0 where there is none, or none for this caller */
    private Page<HistoryEntry> history(
            Subject subject,
            String id,
            Asked asked,
            PageRequest page,
            @Nullable Long atLeastVersion,
            LongSupplier versionToBeSeen,
            HttpServletResponse response) {
        HistoryFilter filter = asked.filter();
        int size = page.size();
        long after = Cursor.positionOf(page.cursor());
        freshness.await(atLeastVersion, versionToBeSeen);
        long version = versionToBeSeen.getAsLong();
        if (version == 0) {
            throw Refusal.notFound("There is no %s '%s'.".formatted(subject.word(), id));
        }
        if (subject == Subject.OFFICER) {
            units.requireOfficer(Callers.scope(), id);
        } else if (subject == Subject.ACCOUNT) {
            units.requireAccount(Callers.scope(), id);
        }
        List<HistoryEntry> found = histories.of(subject, id, filter, after, size + 1);
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(version));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return Page.of(found, size, entry -> String.valueOf(entry.position()));
    }
}
