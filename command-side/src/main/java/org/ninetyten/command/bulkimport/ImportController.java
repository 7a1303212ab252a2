package org.ninetyten.command.bulkimport;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.bulkimport.Imports.Numbered;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.page.Cursor;
import org.ninetyten.edge.page.Page;
import org.ninetyten.edge.page.PageCsv;
import org.ninetyten.edge.page.PageRequest;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Imports: commands",
        description = "Officers, accounts and training from the spreadsheets that a force has, by the same commands")
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private final Imports imports;
    private final SheetKinds kinds;
    private final Clock clock;

    ImportController(Imports imports, SheetKinds kinds, Clock clock) {
        this.imports = imports;
        this.kinds = kinds;
        this.clock = clock;
    }

    @PostMapping(consumes = PageCsv.MEDIA_TYPE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Bring in a sheet",
            description = "COMMS. CSV in UTF-8 with commas or semicolons, up to 20,000 lines. Row 1 names the columns:"
                    + " the fields that the command has as a body, and the id of its path. OFFICERS: id, name,"
                    + " collarNumber, unit, staff. TRAINING: officerId, trainingId, course, completedOn, validUntil."
                    + " ACCOUNTS: id, platform, handle, purpose, audience, holderId, policyId, openedOn, and authorise"
                    + " (yes or no). It runs in the background; each line gives its commands as if you had sent them,"
                    + " wholly or not at all, and one that is refused stops no other. The same sheet again changes"
                    + " nothing. A dry run says line by line what would become of it, and keeps nothing but that"
                    + " report. Refuses a file that is no such sheet with not-utf-8, empty-file, malformed-csv,"
                    + " no-header, unknown-columns, doubled-columns, missing-columns or too-many-lines.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = PageCsv.MEDIA_TYPE,
                                            schema = @Schema(type = "string"),
                                            examples = {
                                                @ExampleObject(
                                                        name = "officers",
                                                        summary = "With kind=OFFICERS",
                                                        value = ImportExamples.OFFICERS),
                                                @ExampleObject(
                                                        name = "training",
                                                        summary = "With kind=TRAINING",
                                                        value = ImportExamples.TRAINING),
                                                @ExampleObject(
                                                        name = "accounts",
                                                        summary = "With kind=ACCOUNTS",
                                                        value = ImportExamples.ACCOUNTS)
                                            })))
    @ApiResponse(
            responseCode = "202",
            description = "It will be worked on; Location is where to ask how far it has got",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ImportExamples.RUNNING)))
    ResponseEntity<ImportView> ask(
            @Parameter(description = "What the lines are about.", example = "OFFICERS")
                    @RequestParam(required = false)
                    @Nullable
                    ImportKind kind,
            @Parameter(description = "Only find out what would become of each line.", example = "true")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] file,
            @Parameter(hidden = true) HttpServletRequest request) {
        if (kind == null) {
            throw Refusal.invalid(
                    "invalid",
                    "Say what the lines are about: kind=OFFICERS, kind=TRAINING or kind=ACCOUNTS.",
                    Violation.ofParameter("kind", "must be given"));
        }
        SheetKind<?> sheetKind = kinds.of(kind);
        Sheet sheet =
                SheetReader.read(file == null ? new byte[0] : file, sheetKind.columns(), sheetKind.requiredColumns());
        String id = UUID.randomUUID().toString();
        var asker = new ImportView.Asker(
                Callers.current().id(), Callers.actingRole(request).name());
        imports.ask(id, sheetKind, sheet.rows(), dryRun, asker, clock.instant());
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(find(id));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List imports",
            description = "COMMS, AUDITOR. All that were ever asked for, dry runs too, the latest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of imports",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ImportExamples.LIST)))
    Page<ImportView> list(@ParameterObject PageRequest page) {
        int size = page.size();
        long before = Cursor.positionOf(page.cursor());
        return Page.of(imports.list(before, size + 1), size, one -> String.valueOf(one.number()))
                .map(Numbered::view);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read an import",
            description = "COMMS, AUDITOR. How far it has got, also while it runs. Imports are worked on one after the"
                    + " other, in the order in which they were asked for.")
    @ApiResponse(
            responseCode = "200",
            description = "The import",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ImportExamples.DONE)))
    ImportView one(@Parameter(description = "The import's id") @PathVariable @Slug String id) {
        return find(id);
    }

    @GetMapping(
            path = "/{id}/lines",
            produces = {MediaType.APPLICATION_JSON_VALUE, PageCsv.MEDIA_TYPE})
    @Operation(
            summary = "Read what became of an import's lines",
            description = "COMMS, AUDITOR. In the order of the sheet, numbered as a spreadsheet numbers its rows. DONE"
                    + " recorded something (in a dry run, would), UNCHANGED was so already, REFUSED says why as the"
                    + " command itself would, WAITING was not worked on yet, or never will be where the import was"
                    + " cancelled. A refused line left nothing behind: mend it and bring in the whole sheet again.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of lines; the Link header names the next page",
            useReturnTypeSchema = true,
            content = {
                @Content(mediaType = "application/json", examples = @ExampleObject(ImportExamples.LINES)),
                @Content(mediaType = PageCsv.MEDIA_TYPE, examples = @ExampleObject(ImportExamples.LINES_CSV))
            })
    Page<ImportedLine> lines(
            @Parameter(description = "The import's id") @PathVariable @Slug String id,
            @Parameter(description = "Only lines that ended so.", example = "REFUSED")
                    @RequestParam(required = false)
                    @Nullable
                    LineState state,
            @ParameterObject PageRequest page,
            @Parameter(hidden = true) HttpServletResponse response) {
        int size = page.size();
        long after = Cursor.positionOf(page.cursor());
        ImportView found = find(id);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return Page.of(imports.lines(found.id(), state, after, size + 1), size, line -> String.valueOf(line.line()));
    }

    @PostMapping(path = "/{id}/cancellation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Cancel an import",
            description = "COMMS. What was done until now stays done; no line is worked on once this is answered."
                    + " Refuses with already-ended once it is done or cancelled.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled",
            useReturnTypeSchema = true,
            content = @Content(mediaType = "application/json", examples = @ExampleObject(ImportExamples.CANCELLED)))
    ImportView cancel(@Parameter(description = "The import's id") @PathVariable @Slug String id) {
        find(id);
        boolean cancelled = imports.cancel(id, Callers.current().id(), clock.instant());
        ImportView now = find(id);
        if (!cancelled) {
            throw Refusal.rule(
                    "already-ended",
                    "The import ended before: it is %s.".formatted(now.state()),
                    Map.of("state", now.state().name()));
        }
        return now;
    }

    private ImportView find(String id) {
        return imports.find(id).orElseThrow(() -> Refusal.notFound("There is no import '%s'.".formatted(id)));
    }
}
