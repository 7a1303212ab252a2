package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** Sheets, from being sent to what became of each line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsE2E {

    private static final String OFFICERS = "id,name,collarNumber,unit,staff\n";
    private static final String TRAINING = "officerId,trainingId,course,completedOn,validUntil\n";
    private static final String ACCOUNTS = "id,platform,handle,purpose,audience,holderId,policyId,openedOn,authorise\n";

    private static final String POSITIONS_USED =
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM eventstore.domain_event_position_seq";

    private final StoreDatabase store = StoreDatabase.create("imports");
    private final CommandSideProcess running = CommandSideProcess.start(store);

    @BeforeAll
    void aPolicyIsInForce() {
        assertThat(running.put("comms", "/api/policies/social-media", Bodies.draft())
                        .status())
                .isEqualTo(201);
        assertThat(running.post("comms", "/api/policies/social-media/versions", Bodies.version("2026-01-01"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aSheetIsBroughtInByTheCommandsOfWhoeverAskedAndASecondTimeChangesNothing() {
        String sheet = OFFICERS + "first-1,One,PC 1,harbour,no\nfirst-2,Two,9002,harbour,YES\n";

        String first = ended(ask("OFFICERS", false, sheet));

        assertCounts(first, 2, 0, 0);
        assertThat(store.payloads("officer:first-2"))
                .containsExactly(
                        "{\"officerId\":\"first-2\",\"name\":\"Two\",\"collarNumber\":\"9002\",\"unit\":\"harbour\",\"staff\":true}");
        assertThat(store.metadata("officer:first-1"))
                .singleElement()
                .asString()
                .contains("\"actorId\":\"comms\"", "\"actorRole\":\"COMMS\"", "\"correlationId\":\"" + first + "\"");

        Map<String, Long> before = store.kept();
        String second = ended(ask("OFFICERS", false, sheet));

        assertCounts(second, 0, 2, 0);
        assertSameStore(before);
    }

    @Test
    void aBadLineSaysWhyAsItsCommandWouldAndStopsNoOther() {
        register("bad-0");
        String sheet = OFFICERS + "bad-1,One,PC 1,harbour,\n"
                + "Bad 2,Two,PC 2,,maybe\n"
                + "bad-3,,PC 3,harbour,,more\n"
                + "bad-0,Somebody else,PC 4,harbour,\n"
                + "bad-5,Con\u0001trol,PC 5,harbour,\n"
                + "bad-6,Six,PC 6,harbour,\n";

        String id = ended(ask("OFFICERS", false, sheet));

        assertCounts(id, 2, 0, 4);
        String lines = running.send("comms", "GET", "/api/imports/" + id + "/lines", null)
                .body();
        assertThat(JsonPath.<List<Integer>>read(lines, "$.items[?(@.state == 'DONE')].line"))
                .containsExactly(2, 7);
        assertThat(JsonPath.<List<String>>read(lines, "$.items[?(@.state == 'REFUSED')].code"))
                .containsExactly("invalid", "invalid", "id-conflict", "invalid");
        assertThat(JsonPath.<List<String>>read(lines, "$.items[1].violations[*].pointer"))
                .containsExactly("/id", "/staff");
        assertThat(JsonPath.<List<Object>>read(lines, "$.items[?(@.line == 3)].id"))
                .isEmpty();
        assertThat(JsonPath.<String>read(lines, "$.items[3].detail")).contains("already used for something else");
        assertThat(JsonPath.<List<String>>read(lines, "$.items[4].violations[*].pointer"))
                .containsExactly("/name");
        assertThat(store.kinds("officer:bad-3")).isEmpty();
        assertThat(store.kinds("officer:bad-6")).containsExactly("OfficerRegistered");
    }

    @Test
    void aLineIsRefusedWithTheViolationsThatItsBodyHasOverHttp() {
        register("same-violations");
        String overHttp = running.post(
                        "comms", "/api/officers/same-violations/training", """
                {"trainingId": "Not A Slug", "course": "%s", "completedOn": "2026-01-01"}""".formatted("x".repeat(201)))
                .body();

        String id = ended(
                ask("TRAINING", false, TRAINING + "same-violations,Not A Slug," + "x".repeat(201) + ",01/01/2026,\n"));

        String line = lines(id, "REFUSED");
        assertThat(JsonPath.<List<Object>>read(line, "$.items[0].violations"))
                .hasSize(2)
                .isEqualTo(JsonPath.<List<Object>>read(overHttp, "$.violations"));
        assertThat(JsonPath.<String>read(line, "$.items[0].code")).isEqualTo(JsonPath.read(overHttp, "$.code"));
        assertThat(JsonPath.<String>read(line, "$.items[0].detail")).isEqualTo(JsonPath.read(overHttp, "$.detail"));
    }

    @Test
    void aDayIsTakenAsItIsWrittenInBritainToo() {
        register("british");

        String id = ended(ask(
                "TRAINING",
                false,
                TRAINING + "british,iso,Posting well,2026-01-12,\nbritish,local,Posting well,03/02/2026,31/12/2099\n"
                        + "british,american,Posting well,01/31/2026,\nbritish,future,Posting well,31/12/2099,\n"));

        assertThat(store.payloads("officer:british").get(2))
                .contains("\"completedOn\":\"2026-02-03\",\"validUntil\":\"2099-12-31\"");
        assertThat(JsonPath.<List<String>>read(lines(id, "REFUSED"), "$.items[*].code"))
                .containsExactly("invalid", "date-in-future");
    }

    @Test
    void ofTwoLinesWithOneIdTheFirstCountsAndOfTwoWithOneHandleToo() {
        register("twice-holder");

        String officers = ended(ask(
                "OFFICERS",
                false,
                OFFICERS + "twice,First,PC 1,harbour,\ntwice,Second,PC 1,harbour,\ntwice,First,PC 1,harbour,\n"));
        String accounts = ended(ask(
                "ACCOUNTS",
                false,
                ACCOUNTS
                        + account("twice-a", "Twice", "twice-holder", "")
                        + account("twice-b", "@TWICE", "twice-holder", "")
                        + account("twice-c", "twice", "twice-holder", "")));

        assertThat(states(officers)).containsExactly("DONE", "REFUSED", "UNCHANGED");
        assertThat(states(accounts)).containsExactly("DONE", "REFUSED", "REFUSED");
        assertThat(JsonPath.<List<String>>read(lines(accounts, "REFUSED"), "$.items[*].code"))
                .containsOnly("handle-taken");
        assertThat(store.accountsWith("x", "twice")).containsExactly("twice-a");
    }

    @Test
    void anAccountIsRequestedAndAuthorisedAsOneOrNotAtAll() {
        register("ready");
        done(running.post("comms", "/api/officers/ready/training", Bodies.training("t-1")));
        done(running.post("comms", "/api/officers/ready/acknowledgements", Bodies.acknowledgement("social-media", 1)));
        register("not-ready");

        String sheet = ACCOUNTS
                + account("as-one-1", "AsOne1", "ready", "yes")
                + account("as-one-2", "AsOne2", "not-ready", "yes")
                + account("as-one-3", "AsOne3", "not-ready", "no")
                + account("as-one-4", "AsOne4", "ready", "perhaps");
        String id = ended(ask("ACCOUNTS", false, sheet));

        assertThat(states(id)).containsExactly("DONE", "REFUSED", "DONE", "REFUSED");
        assertThat(JsonPath.<List<String>>read(lines(id, "REFUSED"), "$.items[*].code"))
                .containsExactly("training-not-valid", "invalid");
        assertThat(store.kinds("account:as-one-1")).containsExactly("AccountRequested", "AccountAuthorised");
        assertThat(store.kinds("account:as-one-2")).isEmpty();
        assertThat(store.accountsWith("x", "asone2")).isEmpty();
        assertThat(store.kinds("account:as-one-3")).containsExactly("AccountRequested");

        done(running.post("comms", "/api/officers/not-ready/training", Bodies.training("t-1")));
        done(running.post(
                "comms", "/api/officers/not-ready/acknowledgements", Bodies.acknowledgement("social-media", 1)));
        assertThat(states(ended(ask("ACCOUNTS", false, sheet))))
                .containsExactly("UNCHANGED", "DONE", "UNCHANGED", "REFUSED");
        assertThat(store.metadata("account:as-one-2"))
                .hasSize(2)
                .allSatisfy(
                        metadata -> assertThat(metadata).contains("\"actorId\":\"comms\"", "\"actorRole\":\"COMMS\""));
    }

    @Test
    void aDryRunSaysWhatWouldBecomeOfEachLineAndKeepsNothingButItsReport() {
        register("dry-holder");
        done(running.post("comms", "/api/officers/dry-holder/training", Bodies.training("t-1")));
        done(running.post(
                "comms", "/api/officers/dry-holder/acknowledgements", Bodies.acknowledgement("social-media", 1)));
        String officers = OFFICERS + "dry-1,One,PC 1,harbour,\ndry-1,Other,PC 1,harbour,\ndry-1,One,PC 1,harbour,\n"
                + "dry-holder,Somebody else,PC 9,harbour,\ndry-2,,PC 2,harbour,\n";
        String accounts = ACCOUNTS
                + account("dry-a", "Dry", "dry-holder", "yes")
                + account("dry-b", "DRY", "dry-holder", "")
                + account("dry-a", "Dry", "dry-holder", "")
                + account("dry-c", "Dry c", "dry-1", "yes");
        Map<String, Long> before = store.kept();
        long positions = store.number(POSITIONS_USED);

        String officersTried = ended(ask("OFFICERS", true, officers));
        String accountsTried = ended(ask("ACCOUNTS", true, accounts));

        assertThat(states(officersTried)).containsExactly("DONE", "REFUSED", "UNCHANGED", "REFUSED", "REFUSED");
        assertThat(states(accountsTried)).containsExactly("DONE", "REFUSED", "UNCHANGED", "REFUSED");
        String refused = lines(accountsTried, "REFUSED");
        assertThat(JsonPath.<List<String>>read(refused, "$.items[*].code"))
                .containsExactly("handle-taken", "no-such-officer");
        assertThat(JsonPath.<String>read(refused, "$.items[1].detail")).contains("could not be looked at");
        assertSameStore(before);
        assertThat(store.number(POSITIONS_USED))
                .as("positions that no event will ever have")
                .isEqualTo(positions);

        assertThat(states(ended(ask("OFFICERS", false, officers)))).isEqualTo(states(officersTried));
        assertThat(states(ended(ask("ACCOUNTS", false, accounts))))
                .as("with the holder that was missing, but without their training")
                .containsExactly("DONE", "REFUSED", "UNCHANGED", "REFUSED");
    }

    @Test
    void manyLinesOfOneOfficerAreWorkedOnInTheirOrder() {
        register("ordered");
        StringBuilder sheet = new StringBuilder(TRAINING);
        IntStream.range(0, 300)
                .forEach(i -> sheet.append("ordered,t-").append(i).append(",Posting well,2026-01-01,\n"));

        String dry = ended(ask("TRAINING", true, sheet.toString()));
        String id = ended(ask("TRAINING", false, sheet.toString()));

        assertCounts(dry, 300, 0, 0);
        assertThat(JsonPath.<String>read(
                        running.send("comms", "GET", "/api/imports/" + dry + "/lines?limit=200", null)
                                .body(),
                        "$.items[199].detail"))
                .contains("only the last 50");
        assertCounts(id, 300, 0, 0);
        assertThat(store.payloads("officer:ordered").stream().skip(1))
                .map(payload -> JsonPath.<String>read(payload, "$.trainingId"))
                .isEqualTo(IntStream.range(0, 300).mapToObj(i -> "t-" + i).toList());
    }

    @Test
    void theReportComesInPagesAndAsASheetInWhichNothingIsRun() {
        String id = ended(ask(
                "OFFICERS",
                false,
                "id;name;collarNumber;unit\r\npage-1;\"One; the first\";=1+1;harbour\r\n;=2+2;;\r\n"
                        + "page-3;Three;PC 3;harbour\r\n"));

        Reply first = running.send("comms", "GET", "/api/imports/" + id + "/lines?limit=2", null);
        assertThat(JsonPath.<List<Integer>>read(first.body(), "$.items[*].line"))
                .containsExactly(2, 3);
        assertThat(first.header("Link")).contains("rel=\"next\"");
        String cursor = JsonPath.read(first.body(), "$.nextCursor");
        Reply second = running.send("comms", "GET", "/api/imports/" + id + "/lines?limit=2&cursor=" + cursor, null);
        assertThat(JsonPath.<List<Integer>>read(second.body(), "$.items[*].line"))
                .containsExactly(4);

        Reply csv = running.send(
                "auditor",
                "GET",
                "/api/imports/" + id + "/lines?state=REFUSED",
                null,
                "Accept",
                "text/csv",
                "X-Purpose",
                "To test");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines())
                .containsExactly(
                        "line,id,state,code,detail,violations",
                        "3,,REFUSED,invalid,The request is not valid: see the violations.,"
                                + "id must be given; collarNumber must be given; unit must be given");
        assertThat(running.send("comms", "GET", "/api/imports?limit=1", null).body())
                .contains("nextCursor", "\"kind\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OFFICERS|``|empty-file",
                "OFFICERS|`id,name,collarNumber,unit\n`|empty-file",
                "OFFICERS|`amina,Amina,1,harbour\n`|no-header",
                "OFFICERS|`id,name,collarNumber,unit,rank\na,b,c,d,e\n`|unknown-columns",
                "TRAINING|`officerId,course\na,b\n`|missing-columns",
                "ACCOUNTS|`id,platform,handle,purpose,audience,holderId,policyId\na,\"b\n`|malformed-csv",
                "|`id,name\na,b\n`|invalid",
                "WEATHER|`id,name\na,b\n`|invalid",
            })
    void aFileThatIsNoSuchSheetIsRefusedAsAWhole(String kind, String file, String code) {
        long before = store.number("SELECT count(*) FROM eventstore.bulk_import");

        Reply reply = ask(kind == null ? "" : kind, false, file);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(store.number("SELECT count(*) FROM eventstore.bulk_import")).isEqualTo(before);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedAndOtherTypesToo() {
        byte[] latin = (OFFICERS + "r,Ren\u00e9,1,harbour,\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(running.sendFile("comms", "/api/imports?kind=OFFICERS", latin, "text/csv")
                        .code())
                .isEqualTo("not-utf-8");

        Reply json = running.post("comms", "/api/imports?kind=OFFICERS", "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.body()).contains("text/csv");
    }

    @Test
    void aWholeSheetMayBeSentHereButNoMoreThan8MiB() {
        String padding = "x".repeat(199);
        StringBuilder sheet = new StringBuilder("id,name,collarNumber,unit\n");
        for (int i = 0; sheet.length() < 1024 * 1024; i++) {
            sheet.append("Wide %d,%s,%s,%s%n".formatted(i, padding, padding, padding));
        }
        Reply taken = ask("OFFICERS", true, sheet.toString());
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
        ended(taken);

        Reply tooLarge = ask("OFFICERS", true, sheet.toString().repeat(9));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("8192 KiB");
        assertThat(running.post("comms", "/api/imports/x/cancellation", "x".repeat(300 * 1024))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "sergeant", "standards", "auditor", "admin"})
    void onlyCommsBringsInSheets(String who) {
        Reply reply = running.sendFile(
                who,
                "/api/imports?kind=OFFICERS",
                (OFFICERS + "a,A,1,harbour,\n").getBytes(StandardCharsets.UTF_8),
                "text/csv");
        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void anImportThatWasCancelledDoesNothingMoreAndIsNotCancelledTwice() {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, 3000).forEach(i -> lines.add("cancel-" + i + ",C,PC 1,harbour,"));
        String id = idOf(ask("OFFICERS", false, OFFICERS + String.join("\n", lines)));
        await().atMost(Duration.ofMinutes(1)).until(() -> count(id, "done") > 0);

        Reply cancelled = running.send("comms", "POST", "/api/imports/" + id + "/cancellation", null);

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(JsonPath.<String>read(cancelled.body(), "$.cancelledBy")).isEqualTo("comms");
        int done = JsonPath.read(cancelled.body(), "$.done");
        assertThat(done).isBetween(1, 2999);
        // The next import begins only when nobody works on this one any more.
        ended(ask("OFFICERS", true, OFFICERS + "after-cancelling,A,1,harbour,\n"));
        assertThat(store.number("SELECT count(*) FROM eventstore.domain_event WHERE stream LIKE 'officer:cancel-%'"))
                .isEqualTo(done);
        assertThat(store.number(
                        "SELECT count(*) FROM eventstore.bulk_import_line WHERE state = 'DONE' AND import_id = '" + id
                                + "'"))
                .isEqualTo(done);
        Reply again = running.send("comms", "POST", "/api/imports/" + id + "/cancellation", null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("already-ended");
    }

    @Test
    void whatALineSaidIsForgottenWhenTheImportHasEnded() {
        String id = ended(ask("OFFICERS", false, OFFICERS + "forgotten,F,PC 1,harbour,\nNo Id,F,PC 1,harbour,\n"));

        assertThat(store.number("SELECT count(*) FROM eventstore.bulk_import_line WHERE cells IS NOT NULL"
                        + " AND import_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void aLineThatNobodyCanWorkOnKeepsNoOtherFromBeingDone() {
        store.appendUnreadable("officer:damaged", "TrainingRecorded", "not json", "{}");
        register("whole");

        String id = ended(ask(
                "TRAINING",
                false,
                TRAINING + "damaged,t-1,Posting well,2026-01-01,\nwhole,t-1,Posting well,2026-01-01,\n"));

        assertThat(states(id)).containsExactly("REFUSED", "DONE");
        assertThat(lines(id, "REFUSED")).contains("\"internal\"").doesNotContain("Exception");
    }

    @Test
    void theExamplesOfTheDocumentsWorkWhenPasted() {
        String documents = running.get("/v3/api-docs").body();
        Map<String, Object> examples =
                JsonPath.read(documents, "$.paths['/api/imports'].post.requestBody.content['text/csv'].examples");

        for (String kind : List.of("officers", "training", "accounts")) {
            String sheet = JsonPath.read(examples, "$.%s.value".formatted(kind));
            String id = ended(ask(kind.toUpperCase(Locale.ROOT), false, sheet));
            assertThat(states(id)).as(lines(id, "REFUSED")).containsOnly("DONE");
        }
        for (String get : List.of("/api/imports", "/api/imports/{id}", "/api/imports/{id}/lines")) {
            assertThat(JsonPath.<String>read(documents, "$.paths['%s'].get.description".formatted(get)))
                    .contains("COMMS");
        }
    }

    private static String account(String id, String handle, String holder, String authorise) {
        return "%s,X,%s,p,a,%s,social-media,2026-02-01,%s%n".formatted(id, handle, holder, authorise);
    }

    private void register(String id) {
        done(running.put("comms", "/api/officers/" + id, Bodies.officer("Already There")));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
    }

    private Reply ask(String kind, boolean dryRun, String sheet) {
        String query = (kind.isEmpty() ? "" : "kind=" + kind + "&") + "dryRun=" + dryRun;
        return running.sendFile("comms", "/api/imports?" + query, sheet.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private static String idOf(Reply asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String id = JsonPath.read(asked.body(), "$.id");
        assertThat(asked.header("Location")).isEqualTo("/api/imports/" + id);
        return id;
    }

    private String ended(Reply asked) {
        String id = idOf(asked);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !view(id).contains("\"RUNNING\""));
        return id;
    }

    private String view(String id) {
        return running.send("comms", "GET", "/api/imports/" + id, null).body();
    }

    private int count(String id, String state) {
        return JsonPath.read(view(id), "$." + state);
    }

    private void assertCounts(String id, int done, int unchanged, int refused) {
        assertThat(List.of(count(id, "done"), count(id, "unchanged"), count(id, "refused")))
                .as(lines(id, "REFUSED"))
                .containsExactly(done, unchanged, refused);
    }

    private String lines(String id, String state) {
        return running.send("comms", "GET", "/api/imports/" + id + "/lines?state=" + state, null)
                .body();
    }

    private List<String> states(String id) {
        return JsonPath.read(
                running.send("comms", "GET", "/api/imports/" + id + "/lines", null)
                        .body(),
                "$.items[*].state");
    }

    /** Beside the imports themselves. */
    private void assertSameStore(Map<String, Long> before) {
        Map<String, Long> after = store.kept();
        List.of("bulk_import", "bulk_import_line").forEach(table -> {
            before.remove(table);
            after.remove(table);
        });
        assertThat(after).isEqualTo(before);
    }
}
