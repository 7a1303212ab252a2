package org.ninetyten.command.bulkimport;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ninetyten.edge.refusal.Refusal;

/** Reads CSV as spreadsheets write it: UTF-8 with or without its mark, commas or semicolons, any line ends. */
final class SheetReader {

    static final int LINES_AT_MOST = 20_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("line:? ?(\\d+)");

    private SheetReader() {}

    /**
     * @param columns what the sheet may have
     * @param required what it must have
     * @throws Refusal for a file that is no such sheet; a line that is wrong is left for the report
     */
    static Sheet read(byte[] file, List<String> columns, List<String> required) {
        String text = text(file);
        if (text.isBlank()) {
            throw Refusal.invalid("empty-file", "The file is empty. Send a header row and a line for each.");
        }
        try (CSVParser records = CSVParser.parse(new StringReader(text), formatOf(text))) {
            Iterator<CSVRecord> each = records.iterator();
            List<String> header = header(each.next(), columns, required);
            List<Sheet.Row> rows = new ArrayList<>();
            while (each.hasNext()) {
                Sheet.Row row = row(each.next(), header);
                if (!row.cells().isEmpty() || row.excess() > 0) {
                    rows.add(row);
                }
                if (rows.size() > LINES_AT_MOST) {
                    throw Refusal.invalid(
                            "too-many-lines",
                            "The file has more than %,d lines. Send it in parts, each with the header row."
                                    .formatted(LINES_AT_MOST));
                }
            }
            if (rows.isEmpty()) {
                throw Refusal.invalid("empty-file", "There is no line after the header row.");
            }
            return new Sheet(rows);
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.invalid(
                    "malformed-csv",
                    "The quotes of a cell do not match: %s. Quote a cell as a whole, and double the quotes within it."
                            .formatted(lineOf(e)));
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(
                    "not-utf-8", "The file is not in UTF-8. In Excel, save it as \"CSV UTF-8 (Comma delimited)\".");
        }
    }

    /** No column has a semicolon in its name, so one in the header separates columns. */
    private static CSVFormat formatOf(String text) {
        String header = text.lines().findFirst().orElse("");
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(header.indexOf(';') >= 0 ? ';' : ',')
                .get();
    }

    private static List<String> header(CSVRecord first, List<String> columns, List<String> required) {
        Map<String, String> known =
                columns.stream().collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
        List<String> given = first.stream().map(String::strip).collect(Collectors.toCollection(ArrayList::new));
        while (!given.isEmpty() && given.getLast().isEmpty()) {
            given.removeLast();
        }
        List<String> header = given.stream()
                .map(name -> known.getOrDefault(name.toLowerCase(Locale.ROOT), ""))
                .toList();
        String wanted = "The columns of this kind are %s.".formatted(String.join(", ", columns));
        if (header.stream().allMatch(String::isEmpty)) {
            throw Refusal.invalid("no-header", "The first row does not name the columns. " + wanted);
        }
        refuse("unknown-columns", "Row 1 has columns that are not known here: %s. ", wanted, unknown(given, header));
        refuse("doubled-columns", "Row 1 names columns twice: %s. ", wanted, doubled(header));
        List<String> missing =
                required.stream().filter(name -> !header.contains(name)).toList();
        refuse("missing-columns", "Row 1 lacks columns that must be there: %s. ", wanted, missing);
        return header;
    }

    private static List<String> unknown(List<String> given, List<String> header) {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (header.get(i).isEmpty()) {
                unknown.add("column %d".formatted(i + 1));
            }
        }
        return unknown;
    }

    private static List<String> doubled(List<String> header) {
        Set<String> seen = new HashSet<>();
        return header.stream().filter(name -> !seen.add(name)).distinct().toList();
    }

    private static void refuse(String code, String sentence, String wanted, List<String> columns) {
        if (!columns.isEmpty()) {
            throw Refusal.invalid(code, sentence.formatted(String.join(", ", columns)) + wanted);
        }
    }

    private static Sheet.Row row(CSVRecord row, List<String> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        int excess = 0;
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i).strip();
            if (!cell.isEmpty() && i < header.size()) {
                cells.put(header.get(i), cell);
            } else if (!cell.isEmpty()) {
                excess++;
            }
        }
        return new Sheet.Row((int) row.getRecordNumber(), cells, excess);
    }

    /** In the parser's words only the number of the line; the rest of them quotes the file. */
    private static String lineOf(Exception e) {
        Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
        return line.find() ? "look at line %s of the file and those before it".formatted(line.group(1)) : "somewhere";
    }
}
