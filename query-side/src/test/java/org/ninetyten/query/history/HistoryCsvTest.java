package org.ninetyten.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.query.history.HistoryEntry.Actor;
import org.ninetyten.query.history.HistoryEntry.Subjects;

class HistoryCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void whatASpreadsheetWouldRunIsShownToItAsText(String formula) throws IOException {
        assertThat(written(formula).get("summary")).isEqualTo("'" + formula);
    }

    @Property
    void anySummaryIsReadBackAsItWasOrBehindAnApostrophe(@ForAll String summary) throws IOException {
        CSVRecord row = written(summary);

        assertThat(row.get("summary")).isIn(summary, "'" + summary);
        assertThat(row.get("summary").isEmpty() ? ' ' : row.get("summary").charAt(0))
                .isNotIn('=', '+', '-', '@', '\t', '\r', '\n');
        assertThat(row.size()).isEqualTo(16);
        assertThat(row.get("details")).isEqualTo("{\"a\":\"b,c\"}");
    }

    @Example
    void whatDoesNotApplyIsAnEmptyCell() throws IOException {
        CSVRecord row = written("Registered.");

        assertThat(row.get("position")).isEqualTo("7");
        assertThat(row.get("officerId")).isEqualTo("amina");
        assertThat(row.get("accountId")).isEmpty();
        assertThat(row.get("policyVersion")).isEmpty();
        assertThat(row.get("recordedAt")).isEqualTo("2026-03-01T10:00:00Z");
    }

    private static CSVRecord written(String summary) throws IOException {
        HistoryEntry entry = new HistoryEntry(
                7,
                "event",
                Instant.parse("2026-03-01T10:00:00Z"),
                LocalDate.parse("2026-03-01"),
                "OfficerRegistered",
                summary,
                new Actor("comms", "COMMS"),
                new Subjects("amina", null, null, null),
                null,
                "{\"a\":\"b,c\"}",
                "correlation",
                "command");
        StringWriter csv = new StringWriter();
        new HistoryCsv().write(List.of(entry), csv);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> rows = format.parse(new StringReader(csv.toString())).getRecords();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
