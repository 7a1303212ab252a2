package org.ninetyten.command.bulkimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.edge.http.BodyReader;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.springframework.stereotype.Component;

/** Reads the cells of a line as the path and the body of a request, which they stand for. */
@Component
class LineReader {

    private static final Set<String> YES = Set.of("yes", "true");
    private static final Set<String> NO = Set.of("no", "false");

    /** As a spreadsheet in Britain writes a day, whatever was typed. */
    private static final DateTimeFormatter BRITISH_DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

    private final BodyReader bodies;

    LineReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /** What stands in the path over HTTP. */
    record Id(@Slug String id) {}

    /** @throws Refusal {@code invalid}, with a violation for each cell that is wrong, by its column */
    <B extends Record> List<Command> commands(SheetKind<B> kind, Map<String, String> cells, Actor by) {
        List<Violation> wrong = new ArrayList<>();
        Id id = read(wrong, () -> id(kind.idColumn(), cells));
        B body = read(wrong, () -> bodies.read(fields(kind, cells), kind.body()));
        Set<String> ticked = read(wrong, () -> ticked(kind.ticks(), cells));
        if (id == null || body == null || ticked == null) {
            throw Refusal.invalid(wrong);
        }
        return kind.orders().of(id.id(), body, ticked, by);
    }

    private static <T> @Nullable T read(List<Violation> wrong, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            wrong.addAll(refusal.violations());
            return null;
        }
    }

    private Id id(String column, Map<String, String> cells) {
        Map<String, Object> id = new HashMap<>();
        if (cells.containsKey(column)) {
            id.put("id", cells.get(column));
        }
        try {
            return bodies.read(id, Id.class);
        } catch (Refusal refusal) {
            throw Refusal.invalid(refusal.violations().stream()
                    .map(violation -> Violation.at("/" + column, violation.message()))
                    .toList());
        }
    }

    private static Map<String, Object> fields(SheetKind<?> kind, Map<String, String> cells) {
        Map<String, Object> fields = new HashMap<>();
        kind.typesOfFields().forEach((name, type) -> {
            String cell = cells.get(name);
            if (cell != null) {
                fields.put(name, typed(cell, type));
            }
        });
        return fields;
    }

    /** What is no such value is left as it is, and refused as a text would be over HTTP. */
    private static Object typed(String cell, Class<?> type) {
        if (type == Boolean.class) {
            Boolean answer = answer(cell);
            return answer == null ? cell : answer;
        }
        return type == LocalDate.class ? isoDay(cell) : cell;
    }

    private static String isoDay(String cell) {
        try {
            return LocalDate.parse(cell, BRITISH_DAY).toString();
        } catch (DateTimeException e) {
            return cell;
        }
    }

    private static Set<String> ticked(List<String> ticks, Map<String, String> cells) {
        Set<String> ticked = new HashSet<>();
        List<Violation> wrong = new ArrayList<>();
        for (String tick : ticks) {
            String cell = cells.getOrDefault(tick, "no");
            Boolean answer = answer(cell);
            if (answer == null) {
                wrong.add(Violation.at("/" + tick, "must be yes or no"));
            } else if (answer) {
                ticked.add(tick);
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return ticked;
    }

    private static @Nullable Boolean answer(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return true;
        }
        return NO.contains(lower) ? false : null;
    }
}
