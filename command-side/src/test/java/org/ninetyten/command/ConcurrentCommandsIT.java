package org.ninetyten.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.running.Bodies;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.Reply;
import org.ninetyten.command.running.StoreDatabase;

/** Many at once, in one process and in two. */
class ConcurrentCommandsIT {

    private static final int AT_ONCE = 32;

    private static final CommandSideProcess ONE = CommandSideProcess.shared();
    private static final StoreDatabase STORE = CommandSideProcess.sharedDatabase();

    @BeforeAll
    static void people() {
        assertThat(ONE.put("comms", "/api/officers/concurrent", Bodies.officer("Con"))
                        .status())
                .isEqualTo(201);
        assertThat(ONE.put("comms", "/api/policies/concurrent", Bodies.draft()).status())
                .isEqualTo(201);
    }

    @Test
    void ofManyRequestsForOneHandleInMixedLetterCaseExactlyOneGetsIt() throws Exception {
        List<String> written = List.of("@RiverWatch", "riverwatch", "RIVERWATCH", " rIvErWaTcH");

        List<Reply> replies = atOnce(i -> ONE.put(
                "comms",
                "/api/accounts/river-" + i,
                Bodies.account(written.get(i % written.size()), "concurrent", "concurrent")));

        assertOneGotTheHandle(replies, "river-", "riverwatch");
    }

    @Test
    void ofManyRequestsForOneHandleToTwoProcessesExactlyOneGetsIt() throws Exception {
        try (CommandSideProcess two = CommandSideProcess.start(STORE)) {
            List<Reply> replies = atOnce(i -> (i % 2 == 0 ? ONE : two)
                    .put(
                            "comms",
                            "/api/accounts/canal-" + i,
                            Bodies.account("CanalWatch", "concurrent", "concurrent")));

            assertOneGotTheHandle(replies, "canal-", "canalwatch");
        }
    }

    @Test
    void theSameCommandManyTimesAtOnceIsOneEventAndOneAnswer() throws Exception {
        String body = Bodies.officer("Dee");

        List<Reply> replies = atOnce(i -> ONE.put("comms", "/api/officers/dee", body));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertSameAnswers(replies);
        assertThat(STORE.kinds("officer:dee")).containsExactly("OfficerRegistered");
    }

    @Test
    void theSameRequestForAnAccountManyTimesToTwoProcessesIsOneEventAndOneAnswer() throws Exception {
        try (CommandSideProcess two = CommandSideProcess.start(STORE)) {
            String body = Bodies.account("LockKeeper", "concurrent", "concurrent");

            List<Reply> replies = atOnce(i -> (i % 2 == 0 ? ONE : two).put("comms", "/api/accounts/lock", body));

            assertThat(replies).extracting(Reply::status).containsOnly(201);
            assertSameAnswers(replies);
            assertThat(STORE.kinds("account:lock")).containsExactly("AccountRequested");
            assertThat(STORE.accountsWith("x", "lockkeeper")).containsExactly("lock");
        }
    }

    @Test
    void twoProcessesThatChangeOneAggregateAtOnceLoseNothing() throws Exception {
        assertThat(ONE.put("comms", "/api/officers/eve", Bodies.officer("Eve")).status())
                .isEqualTo(201);
        try (CommandSideProcess two = CommandSideProcess.start(STORE)) {
            List<Reply> replies = atOnce(i -> sendUntilNotBusy(() ->
                    (i % 2 == 0 ? ONE : two).post("comms", "/api/officers/eve/training", Bodies.training("t-" + i))));

            assertThat(replies).extracting(Reply::status).containsOnly(200);
            assertThat(replies).extracting(reply -> reply.header("ETag")).doesNotHaveDuplicates();
            assertThat(STORE.kinds("officer:eve")).hasSize(1 + AT_ONCE);
        }
    }

    @Test
    void ofTwoProcessesWithTheSameVersionInHandOneIsTooLate() throws Exception {
        assertThat(ONE.put("comms", "/api/officers/fay", Bodies.officer("Fay")).status())
                .isEqualTo(201);
        try (CommandSideProcess two = CommandSideProcess.start(STORE)) {
            List<Reply> replies = atOnce(i -> (i % 2 == 0 ? ONE : two)
                    .post("comms", "/api/officers/fay/training", Bodies.training("t-" + i), "If-Match", "\"1\""));

            assertThat(replies).extracting(Reply::status).containsOnly(200, 412);
            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            assertThat(STORE.kinds("officer:fay")).containsExactly("OfficerRegistered", "TrainingRecorded");
        }
    }

    @Test
    void ofManyReportsOfOneConcernToTwoProcessesExactlyOneGetsIt() throws Exception {
        assertThat(ONE.put("comms", "/api/policies/sampled", Bodies.draft()).status())
                .isEqualTo(201);
        assertThat(ONE.post("comms", "/api/policies/sampled/versions", Bodies.version("2026-01-01"))
                        .status())
                .isEqualTo(201);
        assertThat(ONE.post("comms", "/api/officers/concurrent/training", Bodies.training("t-1"))
                        .status())
                .isEqualTo(200);
        assertThat(ONE.post("comms", "/api/officers/concurrent/acknowledgements", Bodies.acknowledgement("sampled", 1))
                        .status())
                .isEqualTo(200);
        assertThat(ONE.put("comms", "/api/accounts/sampled", Bodies.account("Sampled", "concurrent", "sampled"))
                        .status())
                .isEqualTo(201);
        assertThat(ONE.post("comms", "/api/accounts/sampled/authorisation", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(ONE.post("comms", "/api/accounts/sampled/dip-samples", Bodies.dipSample("s-1", "A plate"))
                        .status())
                .isEqualTo(200);
        String report = Bodies.transgression("sampled", "concurrent", "s-1");
        try (CommandSideProcess two = CommandSideProcess.start(STORE)) {
            List<Reply> replies =
                    atOnce(i -> (i % 2 == 0 ? ONE : two).put("comms", "/api/transgressions/sampled-" + i, report));

            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 201)
                    .extracting(Reply::code)
                    .containsOnly("concern-reported-already");
            assertThat(IntStream.range(0, AT_ONCE).mapToObj(i -> STORE.kinds("transgression:sampled-" + i)))
                    .filteredOn(kinds -> !kinds.isEmpty())
                    .containsExactly(List.of("TransgressionReported"));
        }
    }

    private static void assertOneGotTheHandle(List<Reply> replies, String prefix, String handle) {
        List<Reply> refused =
                replies.stream().filter(reply -> reply.status() != 201).toList();
        assertThat(refused).hasSize(AT_ONCE - 1).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo("handle-taken");
        });
        assertThat(IntStream.range(0, AT_ONCE).mapToObj(i -> STORE.kinds("account:" + prefix + i)))
                .filteredOn(kinds -> !kinds.isEmpty())
                .containsExactly(List.of("AccountRequested"));
        assertThat(STORE.accountsWith("x", handle)).hasSize(1);
    }

    private static void assertSameAnswers(List<Reply> replies) {
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(replies)
                .extracting(reply -> reply.header("ETag"))
                .doesNotContain("")
                .containsOnly(replies.getFirst().header("ETag"));
        assertThat(replies)
                .extracting(reply -> reply.header("Location"))
                .doesNotContain("")
                .containsOnly(replies.getFirst().header("Location"));
    }

    /** Where many press on one aggregate, a command may be asked to come again. */
    private static Reply sendUntilNotBusy(Callable<Reply> request) throws Exception {
        Reply reply = request.call();
        while (reply.status() == 503) {
            assertThat(reply.code()).isEqualTo("busy");
            assertThat(reply.header("Retry-After")).isNotEmpty();
            reply = request.call();
        }
        return reply;
    }

    private interface Attempt {
        Reply send(int number) throws Exception;
    }

    private static List<Reply> atOnce(Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        IntFunction<Callable<Reply>> attempts = i -> () -> {
            start.await();
            return attempt.send(i);
        };
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Reply>> sent = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> clients.submit(attempts.apply(i)))
                    .toList();
            start.countDown();
            return sent.stream().map(ConcurrentCommandsIT::replyOf).toList();
        }
    }

    private static Reply replyOf(Future<Reply> sent) {
        try {
            return sent.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
