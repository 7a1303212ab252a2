package org.ninetyten.events.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.NotPersonal;
import org.ninetyten.events.Personal;
import org.ninetyten.events.stored.StoredEventTypes.StoredType;

/** Whoever adds a text to an event says whether it may tell about a person. */
class PersonalFieldsTest {

    @Test
    void everyTextOfAnEventIsPersonalOrSaidNotToBe() {
        List<String> unsaid = new ArrayList<>();
        for (StoredType stored : StoredEventTypes.all()) {
            addUnsaid(stored.type(), stored.name(), unsaid);
        }
        assertThat(unsaid)
                .as(
                        "mark each with @Personal, and it is stored encrypted, or with @NotPersonal and why it tells of nobody")
                .isEmpty();
    }

    @Test
    void aTextThatNobodySaidAnythingOfIsNoticed() {
        record Inner(String remark) {}
        record Careless(
                String officerId,
                String remark,
                List<String> remarks,
                Inner inner,
                Map<String, String> notes,
                @Personal Object any) {}
        List<String> unsaid = new ArrayList<>();

        addUnsaid(Careless.class, "Careless", unsaid);

        assertThat(unsaid)
                .containsExactly(
                        "Careless.remark",
                        "Careless.remarks",
                        "Careless.inner.remark",
                        "Careless.notes",
                        "Careless.any is personal, and neither a text nor a list of texts");
    }

    @Test
    void aPersonalTextIsChangedWhereverItStandsAndNothingElseIs() {
        record Inner(@Personal String text, String sampleId) {}
        record Told(
                String officerId,
                @Personal String name,
                @Personal List<String> topics,
                @Personal @Nullable String note,
                Inner inner,
                int count) {}
        Told told = new Told("amina", "a", List.of("b", "c"), null, new Inner("d", "s"), 7);

        Object changed = PersonalFields.of(Told.class).changed(told, (whose, place, text) -> place + "=" + text);

        assertThat(changed)
                .isEqualTo(new Told(
                        "amina",
                        "name=a",
                        List.of("topics[0]=b", "topics[1]=c"),
                        null,
                        new Inner("inner.text=d", "s"),
                        7));
    }

    private static void addUnsaid(Class<?> type, String place, List<String> unsaid) {
        for (RecordComponent component : type.getRecordComponents()) {
            String here = place + "." + component.getName();
            if (component.isAnnotationPresent(Personal.class)) {
                if (!isText(component.getGenericType())) {
                    unsaid.add(here + " is personal, and neither a text nor a list of texts");
                }
            } else if (!component.isAnnotationPresent(NotPersonal.class) && !isId(component.getName())) {
                addUnsaid(component.getGenericType(), here, unsaid);
            }
        }
    }

    private static void addUnsaid(Type type, String here, List<String> unsaid) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                List<String> within = new ArrayList<>();
                addUnsaid(argument, here, within);
                within.stream().filter(place -> !unsaid.contains(place)).forEach(unsaid::add);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            addUnsaid(plain, here, unsaid);
        } else if (type instanceof Class<?> plain && !isSafe(plain)) {
            unsaid.add(here);
        }
    }

    /** Ids are pseudonyms that clients choose: docs/personal-data.md. */
    private static boolean isId(String name) {
        return name.endsWith("Id") || name.endsWith("Ids");
    }

    private static boolean isText(Type type) {
        return type == String.class
                || type instanceof ParameterizedType generic
                        && generic.getRawType() == List.class
                        && generic.getActualTypeArguments()[0] == String.class;
    }

    /** What no words can be put into. */
    private static boolean isSafe(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class
                || java.time.temporal.Temporal.class.isAssignableFrom(type);
    }
}
