package org.ninetyten.edge;

import jakarta.validation.Valid;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Line;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.http.VersionTag;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A side in miniature: some paths of the access table that take what comes, to see what the edge makes of it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({EdgeConfiguration.class, ToyApplication.Officers.class})
class ToyApplication {

    enum Colour {
        RED,
        GREEN
    }

    record Inner(@Line String text) {}

    record Everything(
            @Line String name,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable Colour colour,
            @Nullable Map<Colour, Integer> byColour,
            @Nullable List<@Line String> agreedActions,
            @Nullable List<@Valid Inner> inners) {}

    record Echo(String id, String name) {}

    @RestController
    static class Officers {

        /** Who this is, as the edge has it. */
        @GetMapping("/api/officers/{id}/history")
        Caller caller(@PathVariable String id) {
            return Callers.current();
        }

        @PutMapping("/api/officers/{id}")
        Echo put(@PathVariable @Slug String id, @Valid @RequestBody Everything body) {
            return new Echo(id, body.name());
        }

        @GetMapping(path = "/api/officers/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
        Echo get(
                @PathVariable @Slug String id,
                @RequestHeader(name = "If-Match", required = false) @Nullable String tag) {
            return new Echo(id, tag == null ? "" : "" + VersionTag.parse(tag));
        }

        @PostMapping("/api/officers/{id}/training")
        Echo record(@PathVariable @Slug String id, @RequestParam int limit, @RequestParam @Nullable Colour colour) {
            return new Echo(id, limit + " " + colour);
        }

        @GetMapping("/api/officers")
        Echo fail(@RequestParam String how) throws Exception {
            throw switch (how) {
                case "pool" ->
                    new IllegalStateException(
                            "Could not open JDBC Connection for transaction",
                            new SQLTransientConnectionException(
                                    "HikariPool-1 - Connection is not available, request timed out after 3000ms"));
                case "shutdown" -> new SQLException("terminating connection due to administrator command", "57P01");
                case "timeout" -> new SQLException("terminating connection due to transaction timeout", "25P04");
                case "statement" -> new SQLException("relation \"secret_table\" does not exist", "42P01");
                case "gone" -> new ResponseStatusException(HttpStatus.GONE, "org.ninetyten.Secret");
                case "rule" ->
                    new IllegalStateException(
                            Refusal.rule("handle-taken", "That handle is taken.", Map.of("accountId", "a")));
                default -> new IllegalStateException("org.ninetyten.Secret broke");
            };
        }
    }
}
