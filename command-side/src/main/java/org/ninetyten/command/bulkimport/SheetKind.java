package org.ninetyten.command.bulkimport;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Command;

/**
 * What a sheet of one kind has in its columns, and which commands a line of it gives. The columns are the fields of the
 * body that the command has over HTTP, and the id of its path; what may be left out there may be left out here.
 *
 * @param idColumn the column of the id that stands in the path over HTTP
 * @param ticks further columns that say yes or no, and may be left out
 * @param alsoTakes what a line takes besides its id and only one can have, by its cells
 */
public record SheetKind<B extends Record>(
        ImportKind kind,
        String idColumn,
        Class<B> body,
        List<String> ticks,
        Function<Map<String, String>, Optional<String>> alsoTakes,
        Orders<B> orders) {

    /** The commands of one line: all are kept, or none. */
    @FunctionalInterface
    public interface Orders<B> {

        /** @param ticked the further columns that say yes */
        List<Command> of(String id, B body, Set<String> ticked, Actor by);
    }

    /** In the order in which they are best written. */
    List<String> columns() {
        return Stream.of(Stream.of(idColumn), fields().map(RecordComponent::getName), ticks.stream())
                .flatMap(Function.identity())
                .toList();
    }

    List<String> requiredColumns() {
        List<String> required = new ArrayList<>(List.of(idColumn));
        fields().filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .forEach(required::add);
        return required;
    }

    Map<String, Class<?>> typesOfFields() {
        return fields().collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
    }

    private Stream<RecordComponent> fields() {
        return Arrays.stream(body.getRecordComponents());
    }
}
