package org.ninetyten.command.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.CONTENT;
import static org.ninetyten.command.story.Story.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.running.CommandSideProcess;
import org.ninetyten.command.running.StoreDatabase;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.stored.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom each event puts on the list, for what and by when; on real tables, without a processor or a clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcknowledgementDutiesIT {

    /** The policy gives 14 days. */
    private static final Instant NOVEMBER = Instant.parse("2026-11-15T12:00:00Z");

    private final StoreDatabase store = StoreDatabase.create("acknowledgement_duties");
    private final JdbcTemplate jdbc = new JdbcTemplate(store.dataSource(DatabaseRole.COMMAND));
    private final AccountPeople people = new AccountPeople(jdbc);
    private final AcknowledgementDuties duties =
            new AcknowledgementDuties(new KnownVersions(jdbc), people, new ToRequire(jdbc));

    @BeforeAll
    void tables() {
        CommandSideProcess.start(store).close();
    }

    @ParameterizedTest(name = "who joins on {0} must acknowledge {1}")
    @CsvSource({
        "2024-12-31, 1 3 5",
        "2025-01-01, 1 3 5",
        "2025-06-01, 1 3 5",
        "2025-12-31, 1 3 5",
        "2026-01-01, 3 5",
        "2026-12-31, 3 5",
        "2027-01-01, 5",
        "2090-01-01, 5",
    })
    void whoJoinsMustAcknowledgeTheCurrentMajorVersionAndThoseToCome(LocalDate day, String versions) {
        String policy = "joined-" + day;
        Stream.of(
                        version(policy, 1, Significance.MAJOR, "2025-01-01"),
                        version(policy, 2, Significance.MINOR, "2025-06-01"),
                        version(policy, 3, Significance.MAJOR, "2026-01-01"),
                        version(policy, 4, Significance.MINOR, "2026-01-01"),
                        version(policy, 5, Significance.MAJOR, "2027-01-01"))
                .forEach(version -> published(version, NOVEMBER));

        joined(policy, "amina", Instant.parse(day + "T12:00:00Z"));

        assertThat(listed(policy, "officer_id || ' ' || version"))
                .containsExactly(
                        Stream.of(versions.split(" ")).map(n -> "amina " + n).toArray(String[]::new));
    }

    @Test
    void theFirstVersionMustBeAcknowledgedWhateverItIsCalled() {
        published(version("started-minor", 1, Significance.MINOR, "2025-01-01"), NOVEMBER);
        published(version("started-minor", 2, Significance.MINOR, "2025-06-01"), NOVEMBER);

        joined("started-minor", "amina", NOVEMBER);

        assertThat(listed("started-minor", "version")).containsExactly("1");
    }

    @Test
    void whoeverOfAJoinerAndAPublicationIsTakenInLastFindsTheOther() {
        joined("either-way", "first", NOVEMBER.plusSeconds(1));
        published(version("either-way", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        joined("either-way", "last", NOVEMBER.minusSeconds(1));

        assertThat(listed("either-way", "officer_id")).containsExactly("first", "last");
    }

    @Test
    void aVersionThatIsToComeIsAskedForAtOnceAndDueSoManyDaysAfterItIsInForce() {
        joined("to-come", "ben", NOVEMBER);

        published(version("to-come", 1, Significance.MAJOR, "2027-03-01"), NOVEMBER);
        joined("to-come", "amina", Instant.parse("2026-12-31T12:00:00Z"));
        joined("to-come", "late", Instant.parse("2027-03-02T12:00:00Z"));

        assertThat(listed("to-come", "officer_id || ' ' || due_by"))
                .containsExactly("amina 2027-03-15", "ben 2027-03-15", "late 2027-03-16");
    }

    /** In summer London's day ends an hour before the day of UTC does. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-30T22:59:59Z, 2026-07-14",
        "2026-06-30T23:00:00Z, 2026-07-15",
        "2026-11-15T23:59:59Z, 2026-11-29",
        "2026-11-16T00:00:00Z, 2026-11-30",
    })
    void whoJoinsNearMidnightJoinsOnTheDayThatItIsInLondon(Instant joined, String due) {
        String policy = "midnight-" + joined.getEpochSecond();
        published(version(policy, 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);

        joined(policy, "amina", joined);

        assertThat(listed(policy, "due_by")).containsExactly(due);
    }

    @Test
    void whoJoinsAfterTheWithdrawalNeedAcknowledgeNothing() {
        published(version("withdrawn", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        duties.on(new PolicyWithdrawn("withdrawn", day("2026-11-16"), "Done with"));

        joined("withdrawn", "amina", NOVEMBER);

        assertThat(listed("withdrawn", "officer_id")).isEmpty();
    }

    @Test
    void whoeverWasNotToldYetIsNotToldOfAWithdrawnPolicy() {
        joined("called-off", "amina", NOVEMBER);
        joined("called-off", "ben", NOVEMBER);
        published(version("called-off", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        told("called-off", "amina");

        duties.on(new PolicyWithdrawn("called-off", day("2026-11-16"), "Done with"));

        assertThat(listed("called-off", "officer_id")).containsExactly("amina");
    }

    @Test
    void whoeverWasNotToldYetIsNotToldOnceTheirLastAccountIsClosedOrRefused() {
        for (String officer : List.of("closed", "refused", "told", "stays")) {
            joined("leaving", officer, NOVEMBER);
        }
        duties.on(requested("leaving", "stays", "another"), message("unused"), NOVEMBER);
        published(version("leaving", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        told("leaving", "told");

        duties.on(new AccountClosed("leaving-closed", "Left"), NOVEMBER);
        duties.on(new AccountRefused("leaving-refused", "No purpose"), NOVEMBER);
        duties.on(new AccountClosed("leaving-told", "Left"), NOVEMBER);
        duties.on(new AccountClosed("leaving-stays", "One is enough"), NOVEMBER);

        assertThat(listed("leaving", "officer_id")).containsExactly("stays", "told");
    }

    @Test
    void whoLeftHadAnOpenAccountUpToTheDayBeforeAndIsAskedForNothingNew() {
        joined("left", "amina", NOVEMBER);
        assertThat(people.has("amina", "left", day("2099-01-01"))).isTrue();

        duties.on(new AccountClosed("left-amina", "Left"), NOVEMBER);
        published(version("left", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);

        assertThat(people.has("amina", "left", day("2026-11-14"))).isTrue();
        assertThat(people.has("amina", "left", day("2026-11-15"))).isFalse();
        assertThat(people.has("amina", "another", day("2026-11-14"))).isFalse();
        assertThat(people.has("ben", "left", day("2026-11-14"))).isFalse();
        assertThat(listed("left", "officer_id")).isEmpty();
    }

    @Test
    void anOperatorMustAcknowledgeWhatAHolderMustFromTheDayOfJoining() {
        published(version("operated", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        published(version("operated", 2, Significance.MAJOR, "2027-03-01"), NOVEMBER);

        operated("operated", "shared", "ben", NOVEMBER);
        published(version("operated", 3, Significance.MINOR, "2027-04-01"), NOVEMBER);
        published(version("operated", 4, Significance.MAJOR, "2027-05-01"), NOVEMBER);

        assertThat(listed("operated", "officer_id || ' ' || version || ' ' || due_by"))
                .containsExactly("ben 1 2026-11-29", "ben 2 2027-03-15", "ben 4 2027-05-15");
    }

    @Test
    void whoLeavesOneOfTwoAccountsWhetherHeldOrOperatedStillMustAcknowledge() {
        joined("both", "amina", NOVEMBER);
        operated("both", "both-ben", "amina", NOVEMBER);
        joined("both", "ben", NOVEMBER);
        operated("both", "both-amina", "ben", NOVEMBER);
        operated("both", "both-amina", "cara", NOVEMBER);
        published(version("both", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);

        duties.on(new OperatorRemoved("both-ben", "amina", day("2026-11-15")));
        duties.on(new OperatorRemoved("both-amina", "cara", day("2026-11-15")));
        duties.on(new AccountClosed("both-ben", "Left"), NOVEMBER);

        assertThat(listed("both", "officer_id")).containsExactly("amina", "ben");
        assertThat(people.has("amina", "both", day("2026-11-15"))).isTrue();
        assertThat(people.has("ben", "both", day("2026-11-15"))).isTrue();
        assertThat(people.has("cara", "both", day("2026-11-15"))).isFalse();
    }

    @Test
    void aClosureEndsWhatItsOperatorsMustAcknowledge() {
        joined("closed-for-all", "amina", NOVEMBER);
        operated("closed-for-all", "closed-for-all-amina", "ben", NOVEMBER);
        published(version("closed-for-all", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);

        duties.on(new AccountClosed("closed-for-all-amina", "Done with"), NOVEMBER);

        assertThat(listed("closed-for-all", "officer_id")).isEmpty();
    }

    @Test
    void anOperatorWhoLeftAndCameBackHadNoAccountInBetweenAndIsAskedAgain() {
        operated("again-operated", "shared-2", "ben", NOVEMBER);
        duties.on(new OperatorRemoved("shared-2", "ben", day("2026-11-20")));
        published(version("again-operated", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        assertThat(listed("again-operated", "officer_id")).isEmpty();

        operated("again-operated", "shared-2", "ben", Instant.parse("2026-12-10T12:00:00Z"));

        assertThat(listed("again-operated", "officer_id || ' ' || due_by")).containsExactly("ben 2026-12-24");
        assertThat(List.of("2026-11-14", "2026-11-15", "2026-11-19", "2026-11-20", "2026-12-09", "2026-12-10").stream()
                        .filter(day -> people.has("ben", "again-operated", day(day))))
                .containsExactly("2026-11-15", "2026-11-19", "2026-12-10");
    }

    @Test
    void aNewHolderMustAcknowledgeFromTheirFirstDayOnAndTheOldOneNoLonger() {
        joined("handed-on", "amina", NOVEMBER);
        operated("handed-on", "handed-on-amina", "ben", NOVEMBER);
        transferred("handed-on", "handed-on-amina", "amina", "cara", "2026-12-01");
        published(version("handed-on", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        transferred("handed-on", "handed-on-amina", "cara", "ben", "2026-12-05");

        assertThat(listed("handed-on", "officer_id")).containsExactly("ben");
        assertThat(people.has("amina", "handed-on", day("2026-11-30"))).isTrue();
        assertThat(people.has("amina", "handed-on", day("2026-12-01"))).isFalse();
        assertThat(people.has("cara", "handed-on", day("2026-12-04"))).isTrue();
        assertThat(people.has("cara", "handed-on", day("2026-12-05"))).isFalse();
        assertThat(people.has("ben", "handed-on", day("2026-12-04"))).isTrue();
        assertThat(people.has("ben", "handed-on", day("2099-01-01"))).isTrue();
        assertThat(people.everOf("cara")).contains("handed-on-amina").doesNotContain("handed-on-cara");
    }

    @Test
    void whoeverHoldsAnAccountNextIsAskedForWhatIsInForce() {
        joined("asked-next", "amina", NOVEMBER);
        published(version("asked-next", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
        told("asked-next", "amina");

        transferred("asked-next", "asked-next-amina", "amina", "cara", "2026-12-01");

        assertThat(listed("asked-next", "officer_id || ' ' || due_by"))
                .containsExactly("amina 2026-11-29", "cara 2026-12-15");
    }

    @Test
    void aHolderWhoLeftNeedAcknowledgeNothing() {
        joined("holder-left", "amina", NOVEMBER);
        published(version("holder-left", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);

        duties.on(new HolderLeft("holder-left-amina", "amina", day("2026-11-14")));

        assertThat(listed("holder-left", "officer_id")).isEmpty();
        assertThat(people.has("amina", "holder-left", day("2026-11-13"))).isTrue();
        assertThat(people.has("amina", "holder-left", day("2026-11-14"))).isFalse();
    }

    @Test
    void whatIsTakenInAgainChangesNothing() {
        for (int i = 0; i < 2; i++) {
            joined("again", "ben", NOVEMBER);
            published(version("again", 1, Significance.MAJOR, "2026-01-01"), NOVEMBER);
            joined("again", "amina", NOVEMBER);
        }

        assertThat(listed("again", "officer_id")).containsExactly("amina", "ben");
    }

    private void joined(String policy, String officer, Instant at) {
        AccountRequested event = requested(policy, officer, officer);
        duties.on(event, message(event), at);
    }

    private void operated(String policy, String account, String officer, Instant at) {
        OperatorAdded event =
                new OperatorAdded(account, officer, LocalDate.EPOCH, policy, 1, 1, "t-1", LocalDate.EPOCH);
        duties.on(event, message(event), at);
    }

    private void transferred(String policy, String account, String from, String to, String on) {
        AccountTransferred event =
                new AccountTransferred(account, from, to, day(on), "moves", policy, 1, 1, "t-1", LocalDate.EPOCH);
        duties.on(event, message(event));
    }

    private static AccountRequested requested(String policy, String officer, String handle) {
        return new AccountRequested(
                policy + "-" + handle, "X", "@" + handle, "p", "a", officer, policy, LocalDate.EPOCH);
    }

    private void told(String policy, String officer) {
        jdbc.update(
                "UPDATE eventstore.acknowledgement_to_require SET done = true WHERE policy_id = ? AND officer_id = ?",
                policy,
                officer);
    }

    private void published(PolicyVersionPublished event, Instant at) {
        duties.on(event, message(event), at);
    }

    private static EventMessage<?> message(Object event) {
        return new GenericEventMessage<>(
                event, Provenance.system("a-test", "a-test").asMetaData());
    }

    private static PolicyVersionPublished version(
            String policy, int number, Significance significance, String effectiveFrom) {
        return new PolicyVersionPublished(
                policy,
                number,
                significance,
                CONTENT,
                "Version " + number,
                day(effectiveFrom),
                day(effectiveFrom).plusYears(1));
    }

    /** One value of each row of the list, in the order of officers and versions. */
    private List<String> listed(String policy, String value) {
        return jdbc.queryForList(
                "SELECT (" + value + ")::text FROM eventstore.acknowledgement_to_require WHERE policy_id = ?"
                        + " ORDER BY officer_id, version",
                String.class,
                policy);
    }
}
