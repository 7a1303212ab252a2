package org.ninetyten.events.stored;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Made-up examples of an event: a first golden file for someone to make a good one of. */
final class Proposal {

    private static final Serializer SERIALIZER = StoredEventSerializer.create();

    private Proposal() {}

    /** A JSON array: one example with every optional component and, where there are any, one with none. */
    static String examplesOf(Class<?> event) {
        String whole = json(make(event, true));
        String least = json(make(event, false));
        return "[" + whole + (least.equals(whole) ? "" : "," + least) + "]";
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String json(Object event) {
        return SERIALIZER.serialize(event, String.class).getData();
    }

    private static Object make(Class<?> type, boolean whole) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean given = whole || !isOptional(components[i]);
            values[i] = given ? value(components[i].getName(), components[i].getGenericType(), whole) : null;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No example of " + type.getSimpleName() + " could be made", e);
        }
    }

    private static Object value(String name, Type type, boolean whole) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                return List.of(value(name, arguments[0], whole));
            }
            return Map.of(value(name, arguments[0], whole), value(name, arguments[1], whole));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return make(plain, whole);
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "example-" + name;
            case "LocalDate" -> LocalDate.of(2026, 3, 1);
            case "Instant" -> Instant.parse("2026-03-01T09:30:00Z");
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            default -> throw new AssertionError("Events carry plain values; what is " + plain.getName() + "?");
        };
    }
}
