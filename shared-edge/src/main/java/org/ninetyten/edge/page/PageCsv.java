package org.ninetyten.edge.page;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Pages of one kind of item as CSV (RFC 4180, UTF-8) for those who ask for {@code text/csv}.
 *
 * @param <T> the items
 */
public abstract class PageCsv<T> extends AbstractGenericHttpMessageConverter<Page<T>> {

    public static final String MEDIA_TYPE = "text/csv";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What makes a spreadsheet take a cell for a formula, or look behind a line end for one. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private final Class<T> items;
    private final List<String> columns;

    protected PageCsv(Class<T> items, List<String> columns) {
        super(CSV);
        this.items = items;
        this.columns = List.copyOf(columns);
    }

    /** One for each column, in their order; empty text where there is nothing. */
    protected abstract List<?> cells(T item);

    protected static Object given(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "");
    }

    public final void write(List<T> found, Writer writer) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        CSVPrinter csv = new CSVPrinter(writer, format);
        for (T item : found) {
            csv.printRecord(cells(item).stream()
                    .map(Object::toString)
                    .map(PageCsv::asText)
                    .toList());
        }
        csv.flush();
    }

    /** A leading apostrophe makes a spreadsheet show a formula rather than run it. */
    private static String asText(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
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
                && page.getActualTypeArguments()[0] == items;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Page.class;
    }

    @Override
    protected void writeInternal(Page<T> page, @Nullable Type type, HttpOutputMessage output) throws IOException {
        write(page.items(), new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
    }

    @Override
    protected Page<T> readInternal(Class<? extends Page<T>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("CSV is not read", input);
    }

    @Override
    public Page<T> read(Type type, @Nullable Class<?> context, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("CSV is not read", input);
    }
}
