package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** Cases over HTTP: every state and every command, what is one act, and the clocks of the real scheduler. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final StoreDatabase store = StoreDatabase.create("cases");
    private final CommandSideProcess running = CommandSideProcess.start(store);

    /** By whom, and a body with words that no case here starts with. */
    private record Given(String who, String body) {}

    private static final Map<String, Given> COMMANDS = commands();

    private static Map<String, Given> commands() {
        Map<String, Given> commands = new LinkedHashMap<>();
        commands.put("assessment", new Given("standards", Bodies.noBreach()));
        commands.put("notice", new Given("sergeant", Bodies.notice().replace("Leave", "Keep")));
        commands.put("answer", new Given("amina", Bodies.answer("other words")));
        commands.put("completion", new Given("sergeant", Bodies.completion("other words", "r")));
        commands.put("review-request", new Given("standards", Bodies.reason("other words")));
        commands.put("review-decision", new Given("reviewer", Bodies.upheld("other words")));
        commands.put("closure", new Given("standards", Bodies.closure("other words")));
        commands.put("withdrawal", new Given("standards", Bodies.reason("other words")));
        commands.put("reopening", new Given("reviewer", Bodies.reason("other words")));
        return commands;
    }

    @BeforeAll
    void tellTheStory() {
        done("comms", "PUT", "/api/officers/amina", Bodies.officer("Amina"));
        done("comms", "PUT", "/api/policies/social-media", Bodies.draft());
        done("comms", "POST", "/api/policies/social-media/versions", Bodies.version("2026-01-01"));
        done("comms", "POST", "/api/officers/amina/training", Bodies.training("t-1"));
        done("amina", "POST", "/api/officers/amina/acknowledgements", Bodies.acknowledgement("social-media", 1));
        account("harbour-x");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "REPORTED, 'assessment withdrawal'",
        "EXPLAINED, 'closure withdrawal'",
        "ASSESSED, 'notice review-request withdrawal'",
        "NOTIFIED, 'answer review-request withdrawal'",
        "ANSWERED, 'completion review-request withdrawal'",
        "LAPSED, 'completion review-request withdrawal'",
        "COMPLETED, 'closure review-request'",
        "UNDER_REVIEW, 'review-decision'",
        "WITHDRAWN, ''",
        "CLOSED, 'reopening'",
        "REOPENED, 'assessment withdrawal'",
    })
    void everyCommandIsDoneOrRefusedAndARefusedOneKeepsNothing(String state, String allowedCommands) {
        List<String> allowed = allowedCommands.isEmpty() ? List.of() : List.of(allowedCommands.split(" ", -1));
        String refusing = caseIn(state, "refusing-" + slug(state));
        List<String> before = store.kinds("transgression:" + refusing);
        COMMANDS.forEach((command, given) -> {
            if (!allowed.contains(command)) {
                Reply reply = post(refusing, command, given);
                if (command.equals("answer") && reply.status() == 404) {
                    // The harm test: for its officer there is no case yet.
                    assertThat(before).doesNotContain("OfficerNotified");
                    return;
                }

                assertThat(reply.status()).as("%s: %s", command, reply.body()).isEqualTo(409);
                assertThat(reply.code()).isIn("not-allowed-in-state", "closed", "notice-required");
                assertThat(JsonPath.<String>read(reply.body(), "$.state")).isEqualTo(state);
                assertThat(JsonPath.<List<String>>read(reply.body(), "$.allowed"))
                        .isEqualTo(allowed);
            }
        });
        Reply anotherReport = running.put(
                "sergeant",
                "/api/transgressions/" + refusing,
                Bodies.transgression("harbour-x", "amina").replace("oops", "other words"));
        assertThat(anotherReport.status()).as(anotherReport.body()).isEqualTo(409);
        assertThat(anotherReport.code()).isEqualTo("id-conflict");
        assertThat(store.kinds("transgression:" + refusing)).isEqualTo(before);

        for (String command : allowed) {
            String one = caseIn(state, slug(state) + "-" + command);
            Reply reply = post(one, command, COMMANDS.getOrDefault(command, new Given("", "")));

            assertThat(reply.status()).as("%s: %s", command, reply.body()).isEqualTo(200);
            assertThat(reply.header("ETag")).isEqualTo("\"" + (before.size() + 1) + "\"");
            assertThat(store.kinds("transgression:" + one)).hasSize(before.size() + 1);
        }
    }

    @Test
    void aCommandForNoCaseFindsNone() {
        COMMANDS.forEach((command, given) -> {
            Reply reply = post("nowhere", command, given);
            assertThat(reply.status()).as(reply.body()).isEqualTo(404);
        });
    }

    @Test
    void ofTwoAssessorsAtOnceOneWins() throws Exception {
        report("two-assessors", "harbour-x");
        try (CommandSideProcess another = CommandSideProcess.start(store)) {
            String path = "/api/transgressions/two-assessors/assessment";
            List<Reply> replies = atOnce(List.of(
                    () -> running.post("standards", path, Bodies.noBreach()),
                    () -> another.post(
                            "reviewer", path, Bodies.assessment("CARELESS", "HIGH", "REFLECTIVE_PRACTICE"))));

            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 200)
                    .extracting(Reply::status)
                    .containsAnyOf(409, 412);
        }
        assertThat(store.kinds("transgression:two-assessors"))
                .containsExactly("TransgressionReported", "TransgressionAssessed");
    }

    @Test
    void aConversationAboutACaseThatAwaitsOneIsRecordedAndCompletesItInOneAct() {
        heard("coached", "harbour-x", "COACHING");
        String conversation = Bodies.conversation("coached", "coached");

        Reply first = running.post("sergeant", "/api/officers/amina/conversations", conversation);
        Reply again = running.post("sergeant", "/api/officers/amina/conversations", conversation);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(store.kinds("transgression:coached")).endsWith("OfficerAnswered", "ResponseCompleted");
        assertThat(store.metadata("transgression:coached").getLast()).contains("sergeant", "SUPERVISOR");
    }

    @Test
    void aConversationAboutACaseThatAwaitsNoneIsOnlyRecorded() {
        report("talked-over", "harbour-x");
        done("sergeant", "POST", "/api/officers/amina/conversations", Bodies.conversation("early", "talked-over"));

        assertThat(store.kinds("transgression:talked-over")).containsExactly("TransgressionReported");
        assertThat(store.payloads("officer:amina")).anyMatch(stored -> stored.contains("\"early\""));
    }

    @Test
    void aResponseOfSuspensionSuspendsTheAccountAndItsCompletionLiftsIt() {
        account("suspended-x");
        heard("suspending", "suspended-x", "SUSPEND_ACCESS");
        assertThat(store.kinds("account:suspended-x")).endsWith("AccountAuthorised", "AccountSuspended");
        assertThat(store.payloads("account:suspended-x").getLast()).contains("\"transgressionId\":\"suspending\"");
        assertThat(store.metadata("account:suspended-x").getLast()).contains("\"standards\"");

        String completion = Bodies.completion("The time is over", "none");
        done("sergeant", "POST", "/api/transgressions/suspending/completion", completion);
        done("sergeant", "POST", "/api/transgressions/suspending/completion", completion);
        assertThat(store.kinds("account:suspended-x")).endsWith("AccountSuspended", "AccountReinstated");
    }

    @Test
    void aReviewThatReplacesASuspensionLiftsItAndOneThatDecidesItSuspends() {
        account("reviewed-x");
        heard("reviewed", "reviewed-x", "SUSPEND_ACCESS");
        review("reviewed", Bodies.replaced("ADVICE", "too much"));
        assertThat(store.kinds("account:reviewed-x")).endsWith("AccountSuspended", "AccountReinstated");

        review("reviewed", Bodies.replaced("SUSPEND_ACCESS", "not too much"));
        assertThat(store.kinds("account:reviewed-x")).endsWith("AccountReinstated", "AccountSuspended");

        review("reviewed", Bodies.upheld("not at all"));
        assertThat(store.kinds("account:reviewed-x")).endsWith("AccountReinstated", "AccountSuspended");

        done("standards", "POST", "/api/transgressions/reviewed/withdrawal", Bodies.reason("another's post"));
        assertThat(store.kinds("account:reviewed-x")).endsWith("AccountSuspended", "AccountReinstated");
    }

    @Test
    void anAccountThatIsSuspendedForSomethingElseStaysSo() {
        account("locked-x");
        done("comms", "POST", "/api/accounts/locked-x/suspension", Bodies.reason("The password was shared"));
        List<String> before = store.kinds("account:locked-x");

        heard("locked", "locked-x", "SUSPEND_ACCESS");
        done("sergeant", "POST", "/api/transgressions/locked/completion", Bodies.completion("over", "none"));

        assertThat(store.kinds("transgression:locked")).endsWith("ResponseCompleted");
        assertThat(store.kinds("account:locked-x").subList(before.size(), before.size() + 3))
                .containsExactly("AccountSuspended", "AccountReinstated", "AccountSuspended");
        assertThat(store.payloads("account:locked-x").getLast()).contains("The password was shared");
    }

    @Test
    void ofTwoCasesThatSuspendAnAccountTheFirstToBeCompletedLeavesItSuspendedForTheOther() {
        account("doubly-x");
        heard("doubly-1", "doubly-x", "SUSPEND_ACCESS");
        heard("doubly-2", "doubly-x", "SUSPEND_ACCESS");
        String completion = Bodies.completion("The time is over", "none");

        done("sergeant", "POST", "/api/transgressions/doubly-1/completion", completion);
        assertThat(store.kinds("account:doubly-x")).endsWith("AccountReinstated", "AccountSuspended");
        assertThat(store.payloads("account:doubly-x").getLast()).contains("\"transgressionId\":\"doubly-2\"");

        done("sergeant", "POST", "/api/transgressions/doubly-2/completion", completion);
        assertThat(store.kinds("account:doubly-x")).endsWith("AccountSuspended", "AccountReinstated");
    }

    @Test
    void aConversationWithSomeoneElseIsNotLinkedToTheCaseAndNothingOfItIsKept() {
        done("comms", "PUT", "/api/officers/bystander", Bodies.officer("Bystander"));
        report("about-amina", "harbour-x");

        Reply reply = running.post(
                "sergeant", "/api/officers/bystander/conversations", Bodies.conversation("astray", "about-amina"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("transgression-of-another-officer");
        assertThat(store.kinds("officer:bystander")).containsExactly("OfficerRegistered");
    }

    @Test
    void aClauseThatIsNamedTwiceIsPointedAt() {
        report("named-twice", "harbour-x");
        Reply reply = running.post(
                "standards",
                path("named-twice", "assessment"),
                Bodies.assessment("CARELESS", "LOW", "COACHING")
                        .replace("[\"personal-data\"]", "[\"personal-data\", \"personal-data\"]"));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(JsonPath.<String>read(reply.body(), "$.violations[0].pointer"))
                .isEqualTo("/clauseIds/1");
        assertThat(store.kinds("transgression:named-twice")).containsExactly("TransgressionReported");
    }

    @Test
    void whereHalfOfAnActCannotBeKeptNoneIs() {
        StoreDatabase half = StoreDatabase.create("half_an_act");
        try (CommandSideProcess one = CommandSideProcess.start(half)) {
            CasesIT.tell(one);
            half.refuseEvents("AccountSuspended");

            Reply reply = one.post(
                    "standards",
                    "/api/transgressions/case-1/assessment",
                    Bodies.assessment("DELIBERATE", "MEDIUM", "SUSPEND_ACCESS"));

            assertThat(reply.status()).as(reply.body()).isGreaterThanOrEqualTo(500);
            assertThat(half.kinds("transgression:case-1")).containsExactly("TransgressionReported");
            assertThat(half.kinds("account:harbour-x")).endsWith("AccountAuthorised");
            assertThat(half.reminders("case-1")).isEmpty();
        }
    }

    @Test
    void whereAnotherProcessIsQuickerWithHalfOfAnActAllOfItIsDecidedAgain() {
        StoreDatabase contested = StoreDatabase.create("contested_act");
        try (CommandSideProcess one = CommandSideProcess.start(contested)) {
            CasesIT.tell(one);
            contested.clashOnce("AccountSuspended");

            Reply reply = one.post(
                    "standards",
                    "/api/transgressions/case-1/assessment",
                    Bodies.assessment("DELIBERATE", "MEDIUM", "SUSPEND_ACCESS"));

            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(contested.clashes()).isEqualTo(2);
            assertThat(contested.kinds("transgression:case-1"))
                    .containsExactly("TransgressionReported", "TransgressionAssessed");
            assertThat(contested.kinds("account:harbour-x")).endsWith("AccountAuthorised", "AccountSuspended");
        }
    }

    @Test
    void theTimeToAnswerLapsesOnceAndOnlyWhereNobodyAnswered() {
        notified("silent");
        notified("prompt");
        assertThat(store.reminders("silent")).singleElement().asString().startsWith("answer/silent/");
        done("amina", "POST", "/api/transgressions/prompt/answer", Bodies.answer("sorry"));
        assertThat(store.reminders("prompt")).isEmpty();

        lapse("silent");

        assertThat(store.kinds("transgression:silent")).endsWith("OfficerNotified", "AnswerWindowLapsed");
        assertThat(store.metadata("transgression:silent").getLast()).contains("\"system\"");
        assertThat(store.kinds("transgression:prompt")).doesNotContain("AnswerWindowLapsed");
    }

    @Test
    void aNoticeThatIsNotGivenIsOverdueOnce() {
        report("untold", "harbour-x");
        assess("untold", "REFLECTIVE_PRACTICE");
        String reminder = store.reminders("untold").getFirst();
        assertThat(reminder).startsWith("notice/untold/");

        store.bringForward(reminder);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.reminders("untold")).isEmpty());

        assertThat(store.kinds("transgression:untold"))
                .containsExactly("TransgressionReported", "TransgressionAssessed", "NoticeOverdue");
    }

    private static void tell(CommandSideProcess one) {
        List<Reply> replies = List.of(
                one.put("comms", "/api/officers/amina", Bodies.officer("Amina")),
                one.put("comms", "/api/policies/social-media", Bodies.draft()),
                one.post("comms", "/api/policies/social-media/versions", Bodies.version("2026-01-01")),
                one.post("comms", "/api/officers/amina/training", Bodies.training("t-1")),
                one.post("amina", "/api/officers/amina/acknowledgements", Bodies.acknowledgement("social-media", 1)),
                one.put("comms", "/api/accounts/harbour-x", Bodies.account("Harbour", "amina", "social-media")),
                one.send("comms", "POST", "/api/accounts/harbour-x/authorisation", null),
                one.put("sergeant", "/api/transgressions/case-1", Bodies.transgression("harbour-x", "amina")));
        assertThat(replies).extracting(Reply::status).containsOnly(200, 201);
    }

    private String caseIn(String state, String id) {
        report(id, "harbour-x");
        switch (state) {
            case "REPORTED" -> {}
            case "EXPLAINED" -> explain(id);
            case "ASSESSED" -> assess(id, "REFLECTIVE_PRACTICE");
            case "NOTIFIED" -> tellOfficer(id);
            case "ANSWERED" -> answered(id);
            case "LAPSED" -> {
                tellOfficer(id);
                lapse(id);
            }
            case "COMPLETED" -> completed(id);
            case "UNDER_REVIEW" -> {
                assess(id, "REFLECTIVE_PRACTICE");
                // The officer does not know of it yet.
                done("standards", "POST", path(id, "review-request"), Bodies.reason("look again"));
            }
            case "WITHDRAWN" -> done("standards", "POST", path(id, "withdrawal"), Bodies.reason("a mistake"));
            case "CLOSED" -> {
                completed(id);
                done("standards", "POST", path(id, "closure"), Bodies.closure("done"));
            }
            case "REOPENED" -> {
                explain(id);
                done("standards", "POST", path(id, "closure"), Bodies.closure("done"));
                done("reviewer", "POST", path(id, "reopening"), Bodies.reason("news"));
            }
            default -> throw new IllegalArgumentException(state);
        }
        return id;
    }

    private void explain(String id) {
        done("standards", "POST", path(id, "assessment"), Bodies.noBreach().replace("No name", "No street"));
    }

    private void tellOfficer(String id) {
        assess(id, "REFLECTIVE_PRACTICE");
        done("sergeant", "POST", path(id, "notice"), Bodies.notice());
    }

    private void answered(String id) {
        tellOfficer(id);
        done("amina", "POST", path(id, "answer"), Bodies.answer("sorry"));
    }

    private void completed(String id) {
        answered(id);
        done("sergeant", "POST", path(id, "completion"), Bodies.completion("thought about", "none"));
    }

    private void notified(String id) {
        report(id, "harbour-x");
        tellOfficer(id);
    }

    private void lapse(String id) {
        store.bringForward(store.reminders(id).getFirst());
        await().atMost(SOON).untilAsserted(() -> assertThat(store.reminders(id)).isEmpty());
    }

    /** A case whose response awaits completion. */
    private void heard(String id, String account, String response) {
        report(id, account);
        assess(id, response);
        done("sergeant", "POST", path(id, "notice"), Bodies.notice());
        done("amina", "POST", path(id, "answer"), Bodies.answer("sorry"));
    }

    private void review(String id, String decision) {
        done("amina", "POST", path(id, "review-request"), Bodies.reason("look again"));
        done("reviewer", "POST", path(id, "review-decision"), decision);
    }

    private void account(String id) {
        done("comms", "PUT", "/api/accounts/" + id, Bodies.account("@" + id, "amina", "social-media"));
        Reply reply = running.send("comms", "POST", "/api/accounts/" + id + "/authorisation", null);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private void report(String id, String account) {
        done("sergeant", "PUT", "/api/transgressions/" + id, Bodies.transgression(account, "amina"));
    }

    private void assess(String id, String response) {
        done("standards", "POST", path(id, "assessment"), Bodies.assessment("GENUINE_MISTAKE", "MEDIUM", response));
    }

    private Reply post(String id, String command, Given given) {
        return running.post(given.who(), path(id, command), given.body());
    }

    private void done(String who, String method, String path, String body) {
        Reply reply = running.send(who, method, path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isIn(200, 201);
    }

    private static String path(String id, String command) {
        return "/api/transgressions/" + id + "/" + command;
    }

    private static String slug(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Reply> atOnce(List<Callable<Reply>> requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        try (ExecutorService clients = Executors.newFixedThreadPool(requests.size())) {
            List<Future<Reply>> sent = new ArrayList<>();
            for (Callable<Reply> request : requests) {
                sent.add(clients.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> one : sent) {
                replies.add(one.get());
            }
            return replies;
        }
    }
}
