package org.ninetyten.events.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.StoredEventTypes.StoredType;

/** Every event that was ever stored can be read, and is written as it always was. */
class GoldenEventsTest {

    private static final Serializer SERIALIZER = StoredEventSerializer.create();

    @TestFactory
    Stream<DynamicTest> anEventIsWrittenExactlyAsItsGoldenFileSays() {
        return forEachType(type -> {
            for (String stored : Golden.examples(type, currentRevision(type))) {
                Event read = read(type, currentRevision(type), stored);
                SerializedObject<byte[]> written = SERIALIZER.serialize(read, byte[].class);

                assertThat(read).isInstanceOf(type.type());
                assertThat(new String(written.getData(), UTF_8)).isEqualTo(stored);
                assertThat(written.getType().getName()).isEqualTo(type.name());
                assertThat(written.getType().getRevision()).isEqualTo(type.revision());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyRevisionThatWasEverStoredIsStillRead() {
        return forEachType(type -> IntStream.rangeClosed(1, currentRevision(type))
                .forEach(revision -> Golden.examples(type, revision).forEach(stored -> {
                    Event event = read(type, revision, stored);

                    assertThat(event).isInstanceOf(type.type());
                    assertThat(event.subjectId()).isNotBlank();
                    requireNothingMissing(event);
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyOptionalFieldIsThereInOneExampleAndLeftOutInAnother() {
        return forEachType(type -> {
            Set<String> present = new TreeSet<>();
            Set<String> absent = new TreeSet<>();
            for (String stored : Golden.examples(type, currentRevision(type))) {
                eachComponent(read(type, currentRevision(type), stored), (component, value) -> {
                    if (Proposal.isOptional(component)) {
                        (value == null ? absent : present).add(described(component));
                    }
                });
            }
            assertThat(absent)
                    .as("left out somewhere, and so to be given somewhere")
                    .isEqualTo(present);
        });
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatANewerProgramAddedDoesNotStopThisOne() {
        return forEachType(type -> {
            for (String stored : Golden.examples(type, currentRevision(type))) {
                String newer =
                        "{\"addedLater\":{\"deep\":[1,{\"@class\":\"java.lang.Object\"}]}," + stored.substring(1);

                assertThat(read(type, currentRevision(type), newer))
                        .isEqualTo(read(type, currentRevision(type), stored));
            }
        });
    }

    /** A renamed event would make every stored one unreadable; one taken off the list, too. */
    @Test
    void theNamesUnderWhichEventsAreStoredAreFrozen() {
        assertThat(Golden.frozenNames())
                .as("stored-names.txt: a new event adds a line; no line is ever changed or taken away")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        StoredEventTypes.all().stream().map(StoredType::name).toList());
    }

    private static Stream<DynamicTest> forEachType(Consumer<StoredType> test) {
        return StoredEventTypes.all().stream().map(type -> dynamicTest(type.name(), () -> test.accept(type)));
    }

    private static int currentRevision(StoredType type) {
        return Integer.parseInt(type.revision());
    }

    /** As the engine reads: through the upcasters, then the serializer. */
    private static Event read(StoredType type, int revision, String stored) {
        var entry = new GenericDomainEventEntry<>(
                "aggregate",
                "stream:1",
                0,
                "id",
                Instant.EPOCH,
                type.name(),
                "" + revision,
                stored.getBytes(UTF_8),
                "{}".getBytes(UTF_8));
        IntermediateEventRepresentation initial = new InitialEventRepresentation(entry, SERIALIZER);
        List<IntermediateEventRepresentation> upcast =
                Upcasters.chain().upcast(Stream.of(initial)).toList();
        assertThat(upcast).hasSize(1);
        SerializedObject<byte[]> json = upcast.get(0).getData(byte[].class);
        return SERIALIZER.deserialize(new SimpleSerializedObject<>(json.getData(), byte[].class, json.getType()));
    }

    private static void requireNothingMissing(Event event) {
        eachComponent(event, (component, value) -> {
            if (!Proposal.isOptional(component)) {
                assertThat(value).as(described(component)).isNotNull();
            }
        });
    }

    private interface ComponentVisitor {
        void visit(RecordComponent component, @Nullable Object value);
    }

    private static void eachComponent(Object value, ComponentVisitor visitor) {
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object inner = valueOf(component, value);
                visitor.visit(component, inner);
                if (inner != null) {
                    eachComponent(inner, visitor);
                }
            }
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> eachComponent(one, visitor));
        } else if (value instanceof Map<?, ?> map) {
            eachComponent(map.values(), visitor);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object holder) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No value of " + described(component), e);
        }
    }

    private static String described(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
