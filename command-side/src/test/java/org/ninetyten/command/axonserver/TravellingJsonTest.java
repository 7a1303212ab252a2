package org.ninetyten.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

class TravellingJsonTest {

    private final TravellingJson json = TravellingJson.create();

    static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.ninetyten.command").stream()
                        .filter(type -> type.isAssignableTo(Command.class) && type.isRecord())
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandArrivesAsItWasGiven(Class<?> type) throws ReflectiveOperationException {
        Object command = exampleOf(type);

        assertThat(travelled(command)).isEqualTo(command);
    }

    @Test
    void thereAreAsManyCommandsAsTheFarEndHasToKnow() {
        assertThat(commands()).hasSizeGreaterThan(50);
    }

    @Test
    void anAnswerKeepsThePartThatItsLocationIsMadeOf() {
        Answer answer = new Answer("social-media", 7).of("3");

        assertThat(travelled(answer)).isEqualTo(answer);
    }

    @Test
    void aRefusalIsTheSameRefusalOnTheOtherSide() {
        Refusal refusal = Refusal.told(
                Refusal.Kind.CONFLICT,
                "handle-taken",
                "It is taken.",
                List.of(Violation.at("/handle", "is taken")),
                Map.of("state", "OPEN", "allowed", List.of("closure")));

        ToldFailure told = (ToldFailure) travelled(ToldFailure.of(refusal).orElseThrow());

        assertThat(told.asItWas()).usingRecursiveComparison().isEqualTo(refusal);
    }

    @Test
    void nothingElseIsMadeOfAMessageWhateverItNames() {
        for (String name :
                List.of("java.net.URL", "org.ninetyten.command.CommandSide", "org.ninetyten.edge.caller.Caller")) {
            var named = new SimpleSerializedType(name, null);

            assertThat(json.classForType(named)).as(name).isEqualTo(UnknownSerializedType.class);
        }
    }

    private Object travelled(Object sent) {
        SerializedObject<byte[]> bytes = json.serialize(sent, byte[].class);
        return json.deserialize(new SimpleSerializedObject<>(
                bytes.getData(),
                byte[].class,
                new SimpleSerializedType(
                        bytes.getType().getName(), bytes.getType().getRevision())));
    }

    /** With something in every component, so that whatever does not arrive is missed. */
    private static Object exampleOf(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(exampleOf(list.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return Map.of(exampleOf(map.getActualTypeArguments()[0]), exampleOf(map.getActualTypeArguments()[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return recordOf(plain);
        }
        return switch (plain.getName()) {
            case "java.lang.String" -> "text";
            case "boolean", "java.lang.Boolean" -> true;
            case "int", "java.lang.Integer" -> 3;
            case "long", "java.lang.Long" -> 4L;
            case "java.time.LocalDate" -> LocalDate.of(2026, 3, 1);
            case "java.time.Instant" -> Instant.parse("2026-03-01T09:00:00.123456Z");
            default -> throw new IllegalArgumentException("No example of " + type);
        };
    }

    private static Object recordOf(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = exampleOf(components[i].getGenericType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
