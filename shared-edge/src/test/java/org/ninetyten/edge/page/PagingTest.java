package org.ninetyten.edge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
}
