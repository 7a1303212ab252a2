package org.ninetyten.query.history;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.query.page.Cursor;
import org.ninetyten.query.page.Moment;
import org.ninetyten.query.page.Page;
import org.ninetyten.query.page.PageRequest;
import org.ninetyten.query.projection.Freshness;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryQueries {

    private static final String CSV = "text/csv";

    private final Histories histories;
    private final Freshness freshness;

    HistoryQueries(Histories histories, Freshness freshness) {
        this.histories = histories;
        this.freshness = freshness;
    }

    /** Which part of a history is asked for. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String kind,
            @Nullable String actor) {

        HistoryFilter filter() {
            return new HistoryFilter(
                    Moment.parse("from", from),
                    Moment.parse("to", to),
                    kind,
                    actor,
                    Callers.current().isOnlyAnOfficer());
        }
    }

    @GetMapping(
            path = "/api/{subjects:officers|accounts|policies|transgressions}/{id}/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV})
    ResponseEntity<?> history(
            @PathVariable String subjects,
            @PathVariable @Slug String id,
            Asked asked,
            @Valid PageRequest page,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @org.springframework.web.bind.annotation.RequestHeader(name = "Accept", required = false) @Nullable
                    String accept) {
        Subject subject = subjectOf(subjects);
        freshness.await(atLeastVersion, () -> histories.versionOf(subject, id));
        long version = histories.versionOf(subject, id);
        if (version == 0) {
            throw Refusal.notFound("There is no %s '%s'.".formatted(subject.word(), id));
        }
        int size = page.size();
        List<HistoryEntry> found =
                histories.of(subject, id, asked.filter(), Cursor.positionOf(page.cursor()), size + 1);
        Page<HistoryEntry> answer = Page.of(found, size, entry -> String.valueOf(entry.position()));
        return ResponseEntity.ok().eTag(VersionTag.of(version)).body(answer);
    }

    private static Subject subjectOf(String path) {
        return switch (path) {
            case "officers" -> Subject.OFFICER;
            case "accounts" -> Subject.ACCOUNT;
            case "policies" -> Subject.POLICY;
            default -> Subject.TRANSGRESSION;
        };
    }
}
