package org.ninetyten.query.history;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.page.Page;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** A page of a history as CSV (RFC 4180, UTF-8) for those who ask for {@code text/csv}. */
@Component
class HistoryCsv extends AbstractGenericHttpMessageConverter<Page<HistoryEntry>> {

    static final String MEDIA_TYPE = "text/csv";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What makes a spreadsheet take a cell for a formula, or look behind a line end for one. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private static final List<String> COLUMNS = List.of(
            "position",
            "eventId",
            "recordedAt",
            "happenedOn",
            "kind",
            "summary",
            "actorId",
            "actorRole",
            "officerId",
            "accountId",
            "policyId",
            "transgressionId",
            "policyVersion",
            "correlationId",
            "causationId",
            "details");

    HistoryCsv() {
        super(CSV);
    }

    @Override
    public boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> raw, @Nullable MediaType mediaType) {
        return canWrite(mediaType)
                && type instanceof ParameterizedType page
                && page.getRawType() == Page.class
                && page.getActualTypeArguments()[0] == HistoryEntry.class;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Page.class;
    }

    @Override
    protected void writeInternal(Page<HistoryEntry> page, @Nullable Type type, HttpOutputMessage output)
            throws IOException {
        write(page.items(), new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
    }

    static void write(List<HistoryEntry> entries, Writer writer) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .get();
        CSVPrinter csv = new CSVPrinter(writer, format);
        for (HistoryEntry entry : entries) {
            csv.printRecord(cells(entry));
        }
        csv.flush();
    }

    private static List<String> cells(HistoryEntry entry) {
        return Stream.of(
                        entry.position(),
                        entry.eventId(),
                        entry.recordedAt(),
                        entry.happenedOn(),
                        entry.kind(),
                        entry.summary(),
                        entry.actor().id(),
                        entry.actor().role(),
                        given(entry.subject().officerId()),
                        given(entry.subject().accountId()),
                        given(entry.subject().policyId()),
                        given(entry.subject().transgressionId()),
                        given(entry.policyVersion()),
                        entry.correlationId(),
                        entry.causationId(),
                        entry.details())
                .map(Object::toString)
                .map(HistoryCsv::asText)
                .toList();
    }

    private static Object given(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** A leading apostrophe makes a spreadsheet show a formula rather than run it. */
    private static String asText(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    protected Page<HistoryEntry> readInternal(Class<? extends Page<HistoryEntry>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Histories are not read", input);
    }

    @Override
    public Page<HistoryEntry> read(Type type, @Nullable Class<?> context, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Histories are not read", input);
    }
}
