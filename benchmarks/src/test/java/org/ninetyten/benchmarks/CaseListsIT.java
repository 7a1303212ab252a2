package org.ninetyten.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CaseListsIT {

    private static final Pattern LISTS = Pattern.compile(": (\\d+) lists, ");

    @Test
    void everyThreeOfNineFiltersAreAskedForInCommonValuesAndInRareOnes() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        CaseLists.measure(5, 60, 0, 1, new PrintStream(printed, true, StandardCharsets.UTF_8));

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(LISTS.matcher(text)
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .sum())
                .as(text)
                .isEqualTo(2 * 84);
        assertThat(text).contains("all of them").doesNotContain("NaN");
    }
}
