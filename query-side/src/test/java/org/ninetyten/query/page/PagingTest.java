package org.ninetyten.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.refusal.Refusal;

class PagingTest {

    @Property
    void everyItemStandsOnExactlyOnePage(@ForAll @IntRange(max = 60) int items, @ForAll @IntRange(min = 1) int limit) {
        List<Long> read = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            long after = Cursor.positionOf(cursor);
            List<Long> found = LongStream.rangeClosed(after + 1, items)
                    .limit(limit + 1L)
                    .boxed()
                    .toList();
            Page<Long> page = Page.of(found, limit, String::valueOf);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(read).isEqualTo(LongStream.rangeClosed(1, items).boxed().toList());
    }

    @Property
    void aCursorGivesBackTheKeyItWasMadeOf(@ForAll @StringLength(max = 64) String key) {
        String usable = key.replaceAll("[\\x00\\ud800-\\udfff]", "");
        assertThat(Cursor.textOf(Cursor.after(usable))).isEqualTo(usable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!", "bm90IG91cnM", "YWZ0ZXI6YQB", "", "after:7"})
    void aCursorThatWasNeverGivenIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.positionOf(cursor)).isInstanceOf(Refusal.class);
    }

    @Test
    void aCursorWithACharacterNoIdHasIsRefused() {
        String cursor = Base64.getUrlEncoder().encodeToString("after:a\0".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Cursor.textOf(cursor)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", "", "1.5", "99999999999"})
    void aLimitThatNoPageCanHaveIsRefused(String limit) {
        assertThatThrownBy(() -> new PageRequest(null, limit).size())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.parameter()).isEqualTo("limit")));
    }

    @Test
    void aPageHasFiftyItemsUnlessToldOtherwise() {
        assertThat(new PageRequest(null, null).size()).isEqualTo(50);
        assertThat(new PageRequest(null, "1").size()).isEqualTo(1);
        assertThat(new PageRequest(null, "200").size()).isEqualTo(200);
    }

    @Test
    void aDayStartsAtMidnightInLondonWinterAndSummer() {
        assertThat(Moment.parse("from", "2026-01-15")).isEqualTo(Instant.parse("2026-01-15T00:00:00Z"));
        assertThat(Moment.parse("from", "2026-07-15")).isEqualTo(Instant.parse("2026-07-14T23:00:00Z"));
        assertThat(Moment.parse("from", "2026-07-15T10:00:00Z")).isEqualTo(Instant.parse("2026-07-15T10:00:00Z"));
        assertThat(Moment.parse("from", null)).isNull();
    }

    @Test
    void aDayUpToWhichSomethingCountsIsCountedWholeHoweverLongItIs() {
        assertThat(Moment.through("known-on", "2026-03-29")).isEqualTo("2026-03-29T22:59:59.999999999Z");
        assertThat(Moment.through("known-on", "2026-10-25")).isEqualTo("2026-10-25T23:59:59.999999999Z");
        assertThat(Moment.through("known-on", "2026-07-15T10:00:00Z")).isEqualTo("2026-07-15T10:00:00Z");
        assertThat(Moment.through("known-on", null)).isNull();
    }

    @Test
    void anInstantIsTakenAsItsDayInLondon() {
        assertThat(Moment.day("happened-by", "2026-07-14T23:00:00Z")).isEqualTo("2026-07-15");
        assertThat(Moment.day("happened-by", "2026-01-14T23:59:59Z")).isEqualTo("2026-01-14");
        assertThat(Moment.day("happened-by", "2026-07-14")).isEqualTo("2026-07-14");
        assertThat(Moment.day("happened-by", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2026-01-01T25:00:00Z",
                "",
                "+999999999999-01-01",
                "2201-01-01",
                "1899-12-31",
                "2201-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z"
            })
    void whatIsNoPointInTimeIsRefused(String text) {
        assertThatThrownBy(() -> Moment.parse("to", text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Moment.through("known-on", text)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Moment.day("happened-by", text)).isInstanceOf(Refusal.class);
    }

    @Test
    void anInstantOfThePastIsNoDayAndNoInstantToCome() {
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);

        assertThat(Moment.past("at", "2026-03-02T08:00:00Z", clock)).isEqualTo(now);
        for (String none : List.of("2026-03-02", "2026-03-02T08:00:00.000001Z", "1899-12-31T23:59:59Z")) {
            assertThatThrownBy(() -> Moment.past("at", none, clock)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aFilterWithoutAValueDoesNotFilter() {
        assertThat(Filters.NONE.and("unit", "unit", null).values()).isEmpty();
        assertThat(Filters.NONE.and("unit", "unit", "harbour").values()).containsEntry("unit", "harbour");
    }
}
