package org.ninetyten.events.stored;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Personal;

/** The personal texts of one kind of record, and how to make the same record with other texts there. */
final class PersonalFields {

    private static final Map<Class<?>, PersonalFields> KNOWN = new ConcurrentHashMap<>();

    private final Constructor<?> constructor;
    private final List<Field> fields;
    private final boolean any;

    /** @param inner what is personal in a record of records; absent for what is none */
    private record Field(
            String name,
            Method accessor,
            @Nullable Personal personal,
            @Nullable PersonalFields inner) {}

    /** What becomes of one text. */
    interface Change {

        /** @param place such as {@code name}, {@code post.text} or {@code topics[2]} */
        String of(Personal.Whose whose, String place, String text);
    }

    private PersonalFields(Class<?> type) {
        fields = Arrays.stream(type.getRecordComponents())
                .map(PersonalFields::field)
                .toList();
        any = fields.stream().anyMatch(field -> field.personal() != null || field.inner() != null);
        constructor = constructor(type);
    }

    static PersonalFields of(Class<?> type) {
        PersonalFields known = KNOWN.get(type);
        if (known == null) {
            known = new PersonalFields(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    /** Whether there are any. */
    boolean any() {
        return any;
    }

    /** The same record where nothing changes. */
    Object changed(Object record, Change change) {
        return any ? changed(record, "", change) : record;
    }

    private Object changed(Object record, String prefix, Change change) {
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            Object value = invoke(field.accessor(), record);
            values[i] = value == null ? null : changed(field, value, prefix + field.name(), change);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("A " + record.getClass().getSimpleName() + " cannot be copied", e);
        }
    }

    private static Object changed(Field field, Object value, String place, Change change) {
        if (field.inner() != null) {
            return field.inner().changed(value, place + ".", change);
        }
        if (field.personal() == null) {
            return value;
        }
        Personal.Whose whose = field.personal().value();
        if (value instanceof List<?> texts) {
            String[] all = new String[texts.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = change.of(whose, place + "[" + i + "]", (String) texts.get(i));
            }
            return List.of(all);
        }
        return change.of(whose, place, (String) value);
    }

    private static Field field(RecordComponent component) {
        Personal personal = component.getAnnotation(Personal.class);
        PersonalFields inner = component.getType().isRecord() ? of(component.getType()) : null;
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Field(component.getName(), accessor, personal, inner != null && inner.any() ? inner : null);
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has one", e);
        }
    }

    private static @Nullable Object invoke(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }
}
