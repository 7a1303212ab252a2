package org.ninetyten.command.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.events.stored.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list of who has yet to be told, with nobody working on it but the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToRequireIT {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final StoreDatabase store = StoreDatabase.create("to_require");
    private final ToRequire toRequire = new ToRequire(new JdbcTemplate(store.dataSource(DatabaseRole.COMMAND)));

    @BeforeAll
    void tables() {
        CommandSideProcess.start(store).close();
    }

    @Test
    void twoWhoClaimAtOnceNeverGetTheSameAndLeaveNobodyOut() throws Exception {
        List<String> officers = list(1, 500);

        Callable<List<ToRequire.Entry>> claimAll = () -> {
            List<ToRequire.Entry> mine = new ArrayList<>();
            for (List<ToRequire.Entry> some = claim(1, LONG); !some.isEmpty(); some = claim(1, LONG)) {
                mine.addAll(some);
            }
            return mine;
        };
        List<ToRequire.Entry> claimed = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            for (Future<List<ToRequire.Entry>> worker : workers.invokeAll(List.of(claimAll, claimAll))) {
                assertThat(worker.get()).isNotEmpty();
                claimed.addAll(worker.get());
            }
        }

        assertThat(claimed).extracting(ToRequire.Entry::officerId).containsExactlyInAnyOrderElementsOf(officers);
    }

    @Test
    void noMoreAreClaimedThanAskedFor() {
        list(2, 20);

        assertThat(toRequire.claim(7, LONG)).hasSize(7);
        assertThat(toRequire.claim(7, LONG)).hasSize(7);
        assertThat(toRequire.claim(7, LONG)).hasSize(6);
        assertThat(toRequire.claim(7, LONG)).isEmpty();
    }

    @Test
    void whatSomeoneClaimedAndNeverFinishedIsClaimedAgainOnceTheHoldIsOver() {
        list(3, 5);
        List<ToRequire.Entry> first = toRequire.claim(5, LONG);
        toRequire.done(first.subList(0, 2));
        assertThat(toRequire.claim(5, LONG)).isEmpty();

        store.asOwner()
                .update("UPDATE eventstore.acknowledgement_to_require SET claimed_until = now() WHERE version = 3");

        assertThat(toRequire.claim(5, LONG)).containsExactlyInAnyOrderElementsOf(first.subList(2, 5));
    }

    @Test
    void whoIsPutOffIsLeftAloneForThatTime() {
        list(4, 2);
        List<ToRequire.Entry> both = toRequire.claim(2, Duration.ZERO);

        toRequire.putOff(both.getFirst(), LONG);

        assertThat(toRequire.claim(2, LONG)).containsExactly(both.getLast());
    }

    @Test
    void whoIsOnTheListForAVersionIsNotPutOnItAgain() {
        list(5, 3);
        toRequire.done(toRequire.claim(3, LONG));

        list(5, 3);

        assertThat(toRequire.claim(3, LONG)).isEmpty();
    }

    private List<ToRequire.Entry> claim(int version, Duration hold) {
        return toRequire.claim(7, hold).stream()
                .peek(entry -> assertThat(entry.version()).isEqualTo(version))
                .toList();
    }

    private List<String> list(int version, int howMany) {
        List<String> officers =
                IntStream.range(0, howMany).mapToObj(i -> "officer-" + i).toList();
        officers.forEach(officer -> toRequire.of(
                officer,
                new VersionToAcknowledge("social-media", version, day("2026-01-01"), 14),
                day("2026-12-01"),
                Provenance.system("a-test", "a-test")));
        return officers;
    }
}
