package org.ninetyten.query.reassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.events.policy.Category.PERSONAL_DATA;
import static org.ninetyten.events.policy.Category.POLITICAL;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Response;
import org.ninetyten.query.reassessment.Recount.Repeats;

/** The case was posted on 15 June 2026 at noon, in London 13:00. */
class RecountTest {

    private static final Map<String, Category> PEOPLE = Map.of("people", PERSONAL_DATA);

    private static final Yardstick ONE_YEAR = Told.version(1, PEOPLE, Response.COACHING, 12);
    private static final Yardstick TWO_YEARS = Told.version(2, PEOPLE, Response.COACHING, 24);
    private static final Yardstick ONE_MONTH = Told.version(3, PEOPLE, Response.COACHING, 1);
    private static final Yardstick OF_OTHER_THINGS = Told.version(4, Map.of("views", POLITICAL), Response.COACHING, 12);

    private static final AssessedCase LAST_MONTH = Told.earlier("2026-05-20T10:00:00Z", PERSONAL_DATA, "people");
    private static final AssessedCase LAST_AUTUMN = Told.earlier("2025-10-01T10:00:00Z", PERSONAL_DATA, "people");
    private static final AssessedCase YEAR_BEFORE = Told.earlier("2025-01-01T10:00:00Z", PERSONAL_DATA, "people");

    @Test
    void aLongerLookBackCountsMoreAndAShorterOneFewer() {
        assertThat(recount(2, TWO_YEARS, LAST_MONTH, LAST_AUTUMN, YEAR_BEFORE)).isEqualTo(new Repeats(2, 3, 0));
        assertThat(recount(2, ONE_MONTH, LAST_MONTH, LAST_AUTUMN, YEAR_BEFORE)).isEqualTo(new Repeats(2, 1, 0));
    }

    @Test
    void whatIsNoBreachUnderTheVersionDoesNotCount() {
        AssessedCase stays = Told.earlier("2026-05-20T10:00:00Z", POLITICAL, "old-views");

        assertThat(recount(2, OF_OTHER_THINGS, LAST_MONTH, stays)).isEqualTo(new Repeats(2, 1, 1));
    }

    @Test
    void aBreachOfAnotherPolicyCountsAsItDidThen() {
        AssessedCase elsewhere = Told.underPolicy("lifeboat", LAST_MONTH);

        assertThat(recount(1, OF_OTHER_THINGS, elsewhere)).isEqualTo(new Repeats(1, 1, 0));
    }

    @Test
    void aVersionThatJudgesTheSameCountsAsWasPinnedWhateverTheStoreSays() {
        Yardstick sameJudgement = new Yardstick("version 9", ONE_YEAR.clauses(), ONE_YEAR.ladder());

        assertThat(recount(7, sameJudgement, LAST_MONTH)).isEqualTo(new Repeats(7, 7, 0));
    }

    @Test
    void whatWasNotCountedThenIsNotTakenAway() {
        assertThat(recount(0, OF_OTHER_THINGS, LAST_MONTH).now()).isZero();
        assertThat(recount(5, ONE_MONTH, LAST_MONTH, LAST_AUTUMN).now()).isEqualTo(4);
    }

    @Test
    void theLookBackStartsToTheInstantInLondonAndEndsBeforeThePost() {
        AssessedCase atTheStart = Told.earlier("2024-06-15T12:00:00Z", PERSONAL_DATA, "people");
        AssessedCase justBefore = Told.earlier("2024-06-15T11:59:59.999999999Z", PERSONAL_DATA, "people");
        AssessedCase atTheSameInstant = Told.earlier("2026-06-15T12:00:00Z", PERSONAL_DATA, "people");

        assertThat(recount(0, TWO_YEARS, atTheStart).now()).isEqualTo(1);
        assertThat(recount(0, TWO_YEARS, justBefore).now()).isZero();
        assertThat(recount(0, TWO_YEARS, atTheSameInstant).now()).isZero();
    }

    @Test
    void whatWasAssessedAsNoBreachIsNoEarlierBreachThoughItNewlyWouldBeOne() {
        Recount recount = new Recount(Told.breach(ONE_YEAR, 0, PERSONAL_DATA, "people"), ONE_YEAR, OF_OTHER_THINGS);
        recount.add(Told.noBreach(POLITICAL));

        assertThat(recount.repeats().now()).isZero();
    }

    private static Repeats recount(int countedThen, Yardstick asked, AssessedCase... earlier) {
        Recount recount = new Recount(Told.breach(ONE_YEAR, countedThen, PERSONAL_DATA, "people"), ONE_YEAR, asked);
        Arrays.stream(earlier).forEach(recount::add);
        return recount.repeats();
    }
}
