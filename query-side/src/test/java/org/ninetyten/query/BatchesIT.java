package org.ninetyten.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.stored.DatabaseProperties;
import org.ninetyten.events.stored.Migration;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.stored.StoredEventSerializer;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.Projection;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** However a store's events are cut into batches, and however often some come again, the rows are the same. */
class BatchesIT {

    private static final List<String> TABLES = List.of(
            "officer",
            "advice",
            "account",
            "policy",
            "policy_content",
            "transgression",
            "reflective_account",
            "history_entry",
            "history_subject",
            "history_account_person",
            "acknowledgement",
            "acknowledgement_officer");

    private static final int STORY_SIZE = 42;

    private static final List<RecordedEvent> STORY = recorded(List.of(
            Samples.registered("amina"),
            Samples.trained("amina", "before"),
            Samples.drafted("p"),
            Samples.published("p", 1, Samples.DAY, "First"),
            Samples.acknowledged("amina", "p", 1),
            Samples.requested("x", "amina", "p"),
            Samples.trained("amina", "while-requested"),
            Samples.authorised("x", "amina", "p"),
            Samples.revised("p", "Second"),
            Samples.acknowledged("amina", "p", 1),
            Samples.requested("y", "amina", "p"),
            Samples.reported("t", "x", "amina"),
            Samples.closed("x"),
            Samples.trained("amina", "after-x"),
            Samples.coached("amina", "x", "t"),
            Samples.assessed("t", "amina", Intent.CARELESS, Response.REFLECTIVE_PRACTICE),
            new ResponseCompleted(
                    "t", "amina", "x", Response.REFLECTIVE_PRACTICE, Samples.DAY, "Done", null, "What was said in it"),
            Samples.published("p", 2, Samples.DAY.plusDays(1), "Second"),
            Samples.required("amina", "p", 2, Samples.DAY),
            Samples.closed("y"),
            Samples.missed("amina", "p", 2, Samples.DAY),
            Samples.acknowledged("amina", "p", 2),
            Samples.registered("ben"),
            Samples.requested("z", "amina", "p"),
            Samples.trained("ben", "before-z"),
            Samples.authorised("z", "amina", "p"),
            Samples.operated("z", "ben", "p"),
            Samples.trained("ben", "while-in-z"),
            Samples.left("z", "ben"),
            Samples.trained("ben", "between"),
            Samples.trained("amina", "while-alone-in-z"),
            Samples.operated("z", "ben", "p"),
            Samples.required("ben", "p", 2, Samples.DAY),
            Samples.closed("z"),
            Samples.acknowledged("ben", "p", 2),
            new ConversationNoteAdded("amina", "amina-talk", "n-1", "As I see it", "x", "t", true),
            new AgreedActionCompleted("amina", "amina-talk", 1, Samples.DAY, "Done", "x", "t", false),
            new AdviceRequested("amina", "a-1", "x", "Draft", "May I?", Instant.parse("2026-03-02T16:00:00Z")),
            new AdviceGiven("amina", "a-1", "x", AdviceDecision.CHANGE_IT, "Shorter"),
            new AdviceOutcomeRecorded("amina", "a-1", "x", true),
            new PostCommended("x", "co-1", Instant.parse("2026-03-01T16:00:00Z"), "Kind", null, List.of("ben")),
            new PostsSampled("x", "s-1", Samples.DAY, 10, 9, List.of("Rude"))));

    private static SingleConnectionDataSource connection = new SingleConnectionDataSource();
    private static AnnotationConfigApplicationContext views = new AnnotationConfigApplicationContext();
    private static List<Projection> projections = List.of();
    private static Map<String, List<String>> asOneBatchEach = Map.of();

    @BeforeContainer
    static void start() {
        EmbeddedDatabase database = EmbeddedDatabase.shared();
        String url = database.createDatabase(
                "batches_" + UUID.randomUUID().toString().replace('-', '_'));
        Login owner = database.login(DatabaseRole.OWNER);
        DatabaseProperties properties = new DatabaseProperties(url, owner.user(), owner.password(), true);
        Migration.run(properties, "eventstore", "org/ninetyten/events/stored/migration");
        Migration.run(properties, "readmodel", "org/ninetyten/query/migration");
        Login query = database.login(DatabaseRole.QUERY);
        connection = new SingleConnectionDataSource(url, query.user(), query.password(), true);
        views.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(connection));
        views.registerBean("eventSerializer", StoredEventSerializer.class, StoredEventSerializer::create);
        views.register(Views.class);
        views.refresh();
        projections = List.copyOf(views.getBeansOfType(Projection.class).values());
        readInBatchesOf(1, STORY);
        asOneBatchEach = rows();
    }

    @AfterContainer
    static void stop() {
        views.close();
        connection.destroy();
    }

    @ComponentScan(
            basePackages = "org.ninetyten.query",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {Projection.class, Documents.class}),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(Officers|Accounts|Policies|Transgressions)Configuration|.*\\.PolicyContents"
                                        + "|.*\\.AdviceRows|.*\\.RestrictedCases|.*\\.ReflectiveAccounts|.*\\.Acknowledgements|.*\\.PublishedClauses|.*\\.StoredContents")
            })
    static class Views {}

    @Property(tries = 60)
    void cutAnywhereAndReadAgainFromAnywhereTheRowsAreTheSame(
            @ForAll @IntRange(min = 1, max = STORY_SIZE) int size,
            @ForAll("starts") List<Integer> readAgainFrom,
            @ForAll @IntRange(max = STORY_SIZE - 1) int interruptedAt) {
        TABLES.forEach(table -> new JdbcTemplate(connection).update("DELETE FROM readmodel." + table));

        readInBatchesOf(size, STORY.subList(0, interruptedAt));
        for (int from : readAgainFrom) {
            readInBatchesOf(size, STORY.subList(Math.min(from, interruptedAt), interruptedAt));
        }
        readInBatchesOf(size, STORY);

        assertThat(rows()).isEqualTo(asOneBatchEach);
    }

    @Example
    void anOfficersHistoryTellsWhatBecameOfTheirAccounts() {
        TABLES.forEach(table -> new JdbcTemplate(connection).update("DELETE FROM readmodel." + table));
        readInBatchesOf(STORY.size(), STORY);

        List<String> ofAccounts = new JdbcTemplate(connection).queryForList("""
                SELECT e.kind || ' ' || e.account_id
                FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
                WHERE s.subject = 'officer' AND s.subject_id = 'amina' AND e.subject = 'account' ORDER BY position
                """, String.class);

        assertThat(ofAccounts)
                .containsExactly(
                        "AccountRequested x",
                        "AccountAuthorised x",
                        "AccountRequested y",
                        "AccountClosed x",
                        "AccountClosed y",
                        "AccountRequested z",
                        "AccountAuthorised z",
                        "OperatorAdded z",
                        "OperatorRemoved z",
                        "OperatorAdded z",
                        "AccountClosed z");
    }

    @Example
    void anAccountsHistoryTellsWhatItsOperatorsDidWhileTheyWereThat() {
        assertThat(STORY).hasSize(STORY_SIZE);
        TABLES.forEach(table -> new JdbcTemplate(connection).update("DELETE FROM readmodel." + table));
        readInBatchesOf(STORY.size(), STORY);

        List<String> ofZ = new JdbcTemplate(connection).queryForList("""
                SELECT e.kind || coalesce(' ' || (e.details ->> 'trainingId'), '')
                FROM readmodel.history_subject s JOIN readmodel.history_entry e USING (position)
                WHERE s.subject = 'account' AND s.subject_id = 'z' AND e.subject = 'officer' ORDER BY position
                """, String.class);

        assertThat(ofZ)
                .containsExactly(
                        "TrainingRecorded while-in-z", "TrainingRecorded while-alone-in-z", "AcknowledgementRequired");
    }

    @Provide
    Arbitrary<List<Integer>> starts() {
        return Arbitraries.integers().between(0, STORY_SIZE - 2).list().ofMaxSize(3);
    }

    private static void readInBatchesOf(int size, List<RecordedEvent> events) {
        for (int from = 0; from < events.size(); from += size) {
            List<RecordedEvent> cut = events.subList(from, Math.min(events.size(), from + size));
            for (Projection projection : projections) {
                Projection.Batch batch = projection.begin();
                cut.stream()
                        .filter(event -> projection.concerns(event.event().subject()))
                        .forEach(batch::add);
                batch.flush();
            }
        }
    }

    private static List<RecordedEvent> recorded(List<Event> events) {
        Map<String, Long> versions = new HashMap<>();
        List<RecordedEvent> recorded = new ArrayList<>();
        for (Event event : events) {
            recorded.add(Recorded.at(recorded.size() + 1L, versions.merge(event.stream(), 1L, Long::sum), event));
        }
        return List.copyOf(recorded);
    }

    private static Map<String, List<String>> rows() {
        JdbcTemplate jdbc = new JdbcTemplate(connection);
        Map<String, List<String>> rows = new HashMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    jdbc.queryForList("SELECT t::text FROM readmodel." + table + " t ORDER BY t::text", String.class));
        }
        return rows;
    }
}
