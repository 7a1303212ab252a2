package org.ninetyten.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.query.page.Filters;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.PastStates;
import org.ninetyten.query.projection.PastStates.Past;
import org.ninetyten.query.projection.RecordedStreams;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Condition;
import org.ninetyten.query.projection.StateTable.Versioned;
import org.ninetyten.query.scope.Units;
import org.ninetyten.query.scope.Within;
import org.ninetyten.query.transgressions.CasePatterns;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts", description = "Official accounts: one handle on one platform each, with who answers for it.")
class AccountQueries {

    private final StateQueries<AccountView> accounts;
    private final PastStates<AccountView> past;
    private final CasePatterns cases;
    private final Units units;

    AccountQueries(
            StateTable<AccountView> table,
            AccountProjection projection,
            RecordedStreams streams,
            CasePatterns cases,
            Units units,
            Freshness freshness,
            Clock clock) {
        this.accounts = new StateQueries<>("account", table, freshness);
        this.past = new PastStates<>(projection, streams, clock);
        this.cases = cases;
        this.units = units;
    }

    @GetMapping
    @Operation(
            summary = "List accounts",
            description = "In the order of their ids, as they stand now. All filters given must fit.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of accounts",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(AccountExamples.LIST)))
    Page<AccountView> list(
            @Parameter(description = "Only accounts in this state.", example = "AUTHORISED")
                    @RequestParam(required = false)
                    AccountView.@Nullable State state,
            @Parameter(description = "Only accounts on this platform, whatever the letter case.", example = "X")
                    @RequestParam(required = false)
                    @Nullable
                    String platform,
            @Parameter(description = "Only accounts that this officer answers for.", example = "amina")
                    @RequestParam(required = false)
                    @Nullable
                    String holderId,
            @Parameter(description = "Only accounts held to this policy.", example = "social-media")
                    @RequestParam(required = false)
                    @Nullable
                    String policyId,
            @Parameter(
                            description =
                                    "Only open accounts that nobody answers for since their holder left the force,"
                                            + " or only others.",
                            example = "true")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean withoutHolder,
            @ParameterObject PageRequest page) {
        Filters filters = Filters.NONE
                .and("state", state)
                .and("platform_key", "platform", platform == null ? null : AccountsConfiguration.platformKey(platform))
                .and("holder_id", "holderId", holderId)
                .and("policy_id", "policyId", policyId);
        Scope scope = Callers.scope();
        List<Condition> conditions = new ArrayList<>(Within.ofOfficer(scope, "holder_id"));
        conditions.addAll(Holders.without(withoutHolder));
        return accounts.page(filters, conditions, page);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an account",
            description = "How it stands now, or with at= as was recorded by then: what its authorisation rests on, who"
                    + " operates it or did, which posts were commended and how samples of them came out, and why it was suspended, refused or closed where it was, with the breaches on it by intent, what"
                    + " was learned and the cases that are open. Always answered in full, never 304: cases change"
                    + " without the account's version.")
    @ApiResponse(
            responseCode = "200",
            description = "The account; the ETag is its version",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(AccountExamples.RECORD)))
    AccountRecord one(
            @Parameter(description = "The account's id", example = "harbour-x") @PathVariable @Slug String id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion,
            @Parameter(hidden = true) HttpServletResponse response) {
        Scope scope = Callers.scope();
        if (at != null) {
            Past<AccountView> then = past.find(id, at, atLeastVersion);
            units.requireAccount(scope, id);
            response.setHeader(HttpHeaders.ETAG, VersionTag.of(then.version()));
            return new AccountRecord(then.view(), cases.ofAccount(id, scope, then.at()));
        }
        Versioned<AccountView> found = accounts.find(id, atLeastVersion);
        units.requireAccount(scope, id);
        response.setHeader(HttpHeaders.ETAG, VersionTag.of(found.version()));
        return new AccountRecord(found.view(), cases.ofAccount(id, scope));
    }
}
