package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** An import that is interrupted, however roughly, comes to the same as one that is not. */
class ImportKilledIT {

    private static final int ACCOUNTS = 600;
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final String BROUGHT_IN =
            "SELECT count(*) FROM eventstore.domain_event WHERE event_type = 'AccountRequested'";
    private static final String UNDER_WAY = "SELECT count(*) FROM eventstore.bulk_import WHERE state = 'RUNNING'";

    /** Accounts, of which some share an id or a handle with others, and a few are refused. */
    private static final String SHEET = "id,platform,handle,purpose,audience,holderId,policyId,openedOn\n"
            + IntStream.range(0, ACCOUNTS)
                    .mapToObj(i -> "a-%d,X,h-%d,p%d,a,%s,social-media,2026-02-01"
                            .formatted(i % 550, i % 500, i, i % 97 == 5 ? "nobody" : "holder"))
                    .collect(Collectors.joining("\n"));

    @Test
    void killedInTheMiddleAndGoneOnWithItComesToTheSameAsRunOnce() throws Exception {
        StoreDatabase once = StoreDatabase.create("import_once");
        List<Object> onceReport;
        try (CommandSideProcess process = CommandSideProcess.start(once)) {
            begin(process);
            onceReport = report(process, ask(process));
        }

        StoreDatabase killed = StoreDatabase.create("import_killed");
        String id;
        // One that goes slowly, and is stopped as an operator stops it.
        try (CommandSideProcess stopped = CommandSideProcess.start(
                killed, killed.url(), "--ninety-ten.imports.threads=1", "--ninety-ten.imports.lines-at-once=1")) {
            begin(stopped);
            id = ask(stopped);
            await().atMost(LONG).until(() -> killed.number(BROUGHT_IN) > 5);
        }
        Process doomed = CommandSideProcess.startApart(killed);
        try {
            long before = killed.number(BROUGHT_IN);
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> killed.number(BROUGHT_IN) > before + 20);
        } finally {
            doomed.destroyForcibly().waitFor();
        }
        assertThat(killed.number(UNDER_WAY)).as("killed before its end").isEqualTo(1);
        // What it had claimed is free again after a while; no test need wait for that.
        killed.asOwner().update("UPDATE eventstore.bulk_import SET lease_until = now()");

        try (CommandSideProcess next = CommandSideProcess.start(killed)) {
            assertThat(report(next, id)).isEqualTo(onceReport);
            assertThat(events(killed)).isEqualTo(events(once));

            String again = ask(next);
            report(next, again);
            assertThat(events(killed)).isEqualTo(events(once));
            Reply view = next.send("comms", "GET", "/api/imports/" + again, null);
            assertThat(JsonPath.<Integer>read(view.body(), "$.done")).isZero();
        }
    }

    private static void begin(CommandSideProcess process) {
        assertThat(process.put("comms", "/api/officers/holder", Bodies.officer("Hol"))
                        .status())
                .isEqualTo(201);
        assertThat(process.put("comms", "/api/policies/social-media", Bodies.draft())
                        .status())
                .isEqualTo(201);
    }

    private static String ask(CommandSideProcess process) {
        Reply asked = process.sendFile(
                "comms", "/api/imports?kind=ACCOUNTS", SHEET.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return JsonPath.read(asked.body(), "$.id");
    }

    /** Every line, once the import has ended. */
    private static List<Object> report(CommandSideProcess process, String id) {
        await().atMost(LONG)
                .until(() -> process.send("comms", "GET", "/api/imports/" + id, null)
                        .body()
                        .contains("\"DONE\""));
        List<Object> lines = new ArrayList<>();
        String next = "";
        do {
            String page = process.send("comms", "GET", "/api/imports/" + id + "/lines?limit=200" + next, null)
                    .body();
            lines.addAll(JsonPath.<List<Object>>read(page, "$.items"));
            List<String> cursor = JsonPath.read(page, "$..nextCursor");
            next = cursor.isEmpty() ? "" : "&cursor=" + cursor.getFirst();
        } while (!next.isEmpty());
        assertThat(lines).hasSize(ACCOUNTS);
        return lines;
    }

    private static List<String> events(StoreDatabase store) {
        return store.asOwner()
                .query(
                        """
                SELECT stream || ' ' || sequence_number || ' ', event_type, revision, convert_from(payload, 'UTF8')
                FROM eventstore.domain_event ORDER BY stream, sequence_number
                """,
                        (row, number) ->
                                row.getString(1) + store.opened(row.getString(2), row.getString(3), row.getString(4)));
    }
}
