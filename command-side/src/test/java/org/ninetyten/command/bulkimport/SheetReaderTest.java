package org.ninetyten.command.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.refusal.Refusal;

class SheetReaderTest {

    private static final List<String> COLUMNS = List.of("id", "name", "unit");
    private static final List<String> REQUIRED = List.of("id", "name");

    private static Sheet read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheet read(byte[] file) {
        return SheetReader.read(file, COLUMNS, REQUIRED);
    }

    @Property
    void whateverASpreadsheetWritesIsReadAsItStood(
            @ForAll("cells") @NotEmpty List<List<String>> rows,
            @ForAll("separators") char separator,
            @ForAll("lineEnds") String lineEnd,
            @ForAll boolean marked)
            throws IOException {
        StringWriter written = new StringWriter().append(marked ? "\uFEFF" : "");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator(lineEnd)
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
        new CSVPrinter(written, format).printRecords(rows);

        Sheet sheet = read(written.toString());

        assertThat(sheet.rows()).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> expected = new LinkedHashMap<>();
            for (int column = 0; column < COLUMNS.size(); column++) {
                if (!rows.get(i).get(column).isEmpty()) {
                    expected.put(COLUMNS.get(column), rows.get(i).get(column));
                }
            }
            assertThat(sheet.rows().get(i)).isEqualTo(new Sheet.Row(i + 2, expected, 0));
        }
    }

    /** The first never empty: a row without anything is not one. */
    @Provide
    Arbitrary<List<List<String>>> cells() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars(",;\"\r\n\t' =@-ab\u00e9\u0141\u20ac")
                .ofMaxLength(12)
                .map(String::strip);
        return cell.map(text -> "x" + text)
                .flatMap(first -> cell.flatMap(second -> cell.map(third -> List.of(first, second, third))))
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';');
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n");
    }

    @Test
    void columnsMayStandInAnyOrderAndLetterCaseAndWithBlanksAround() {
        Sheet sheet = read("Unit , NAME,id\nharbour,  Amina Khan ,amina\n");

        assertThat(sheet.rows())
                .containsExactly(new Sheet.Row(2, Map.of("unit", "harbour", "name", "Amina Khan", "id", "amina"), 0));
    }

    @Test
    void rowsAreNumberedAsTheSpreadsheetDoesAlsoPastEmptyOnesAndCellsOfSeveralLines() {
        Sheet sheet = read("id,name,\n\na,\"two\nlines\",\n,,\n  , ,\nb,B\n");

        assertThat(sheet.rows())
                .containsExactly(
                        new Sheet.Row(3, Map.of("id", "a", "name", "two\nlines"), 0),
                        new Sheet.Row(6, Map.of("id", "b", "name", "B"), 0));
    }

    @Test
    void cellsBeyondTheHeaderAreCountedAndCellsThatAreMissingAreEmpty() {
        Sheet sheet = read("id,name\na,A,more,,and more\nb\n");

        assertThat(sheet.rows())
                .containsExactly(
                        new Sheet.Row(2, Map.of("id", "a", "name", "A"), 2), new Sheet.Row(3, Map.of("id", "b"), 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|empty-file",
                "` \n \n`|empty-file",
                "`id,name\n`|empty-file",
                "`id,name\n,,\n`|empty-file",
                "`amina,Amina Khan\nben,Ben\n`|no-header",
                "`id,name,colour\na,A,red\n`|unknown-columns",
                "`id,,name\na,,A\n`|unknown-columns",
                "`id\ta\n`|no-header",
                "`id,name,ID\na,A,b\n`|doubled-columns",
                "`id,unit\na,harbour\n`|missing-columns",
                "`id,name\na,\"A\n`|malformed-csv",
                "`id,name\na,\"A\" B\n`|malformed-csv",
            })
    void whatIsNoSuchSheetIsRefusedByName(String text, String code) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE"})
    void anotherEncodingIsRefusedRatherThanGuessedAt(String encoding) {
        assertThatThrownBy(() -> read("id,name\na,Ren\u00e9\n".getBytes(java.nio.charset.Charset.forName(encoding))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isIn("not-utf-8", "no-header"));
        assertRefused("id,name\na,Ren\u00e9\n".getBytes(StandardCharsets.ISO_8859_1), "not-utf-8");
    }

    @Test
    void aSheetHasTwentyThousandLinesAtMost() {
        StringBuilder text = new StringBuilder("id,name\n");
        IntStream.range(0, SheetReader.LINES_AT_MOST)
                .forEach(i -> text.append("o-").append(i).append(",A\n"));
        assertThat(read(text.toString()).rows()).hasSize(SheetReader.LINES_AT_MOST);

        assertRefused(text.append("one-more,A\n").toString().getBytes(StandardCharsets.UTF_8), "too-many-lines");
    }

    @Test
    void whatIsMissingAndWhatIsWrongWithTheQuotesIsSaid() {
        assertThatThrownBy(() -> read("id,unit\na,harbour\n"))
                .hasMessageContaining("name")
                .hasMessageContaining("unit");
        assertThatThrownBy(() -> read("id,name\nb,B\na,\"secret\" B\n"))
                .hasMessageContaining("line 3")
                .hasMessageNotContaining("secret");
    }

    private static void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        });
    }
}
