package org.ninetyten.events.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

class StoredEventSerializerTest {

    private final Serializer serializer = StoredEventSerializer.create();

    @Test
    void fieldsStandInTheOrderOfTheirDeclaration() {
        assertThat(json(new PolicyAcknowledged("amina", "social-media", 2, LocalDate.of(2026, 3, 1), true)))
                .isEqualTo("{\"officerId\":\"amina\",\"policyId\":\"social-media\",\"version\":2,"
                        + "\"acknowledgedOn\":\"2026-03-01\",\"onPaper\":true}");
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        assertThat(json(new AccountSuspended("harbour-watch", "Password shared.", null, null)))
                .isEqualTo("{\"accountId\":\"harbour-watch\",\"reason\":\"Password shared.\"}");
    }

    @Test
    void instantsAreIso8601AndEnumsStandByName() {
        var reported = new TransgressionReported(
                "t-1",
                "harbour-watch",
                "amina",
                Instant.parse("2026-03-01T09:30:00.123456Z"),
                new Post("A post.", null, "0".repeat(64)),
                Category.PERSONAL_DATA,
                "Names a child.",
                null,
                false,
                new PinnedFacts("social-media", 1, true, true, 0),
                null);

        assertThat(json(reported))
                .contains("\"postedAt\":\"2026-03-01T09:30:00.123456Z\"", "\"category\":\"PERSONAL_DATA\"")
                .doesNotContain("null");
        assertThat(read("TransgressionReported", json(reported))).isEqualTo(reported);
    }

    /** A row is data: whatever it calls itself, it never decides which class is loaded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NeverHeardOf",
                "officerRegistered",
                "",
                "java.lang.String",
                "[Ljava.lang.String;",
                "java.util.HashMap",
                "javax.script.ScriptEngineManager",
                "org.ninetyten.events.officer.OfficerEvent$OfficerRegistered",
                "org.axonframework.eventhandling.replay.ResetContext"
            })
    void aNameThatIsNotOnTheListStaysUnknown(String name) {
        assertThat(read(name, "{}")).isInstanceOf(UnknownSerializedType.class);
        assertThat(serializer.classForType(new org.axonframework.serialization.SimpleSerializedType(name, "1")))
                .isEqualTo(UnknownSerializedType.class);
    }

    @Test
    void metadataIsPlainValuesWhateverItNames() {
        String stored =
                "{\"actorId\":\"comms\",\"more\":{\"@class\":\"javax.script.ScriptEngineManager\",\"x\":\"1\"}}";

        MetaData read = (MetaData) read(MetaData.class.getName(), stored);

        assertThat(read.get("actorId")).isEqualTo("comms");
        assertThat(read.get("more"))
                .isInstanceOf(Map.class)
                .isEqualTo(new HashMap<>(Map.of("@class", "javax.script.ScriptEngineManager", "x", "1")));
    }

    @Test
    void provenanceComesBackFromMetadataAsItWasWritten() {
        Provenance given = new Provenance("comms", "COMMS", "c-1", "m-1");

        byte[] stored = serializer
                .serialize(MetaData.from(given.asMetaData()), byte[].class)
                .getData();

        assertThat(Provenance.of((MetaData) read(MetaData.class.getName(), new String(stored, UTF_8))))
                .isEqualTo(given);
    }

    @Test
    void anEventThatIsNotOnTheListCannotBeStored() {
        record SomethingHappened(String subjectId) implements Event {
            @Override
            public Subject subject() {
                return Subject.OFFICER;
            }
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serializer.serialize(new SomethingHappened("amina"), byte[].class))
                .withMessageContaining("StoredEventTypes");
    }

    private String json(Event event) {
        return new String(serializer.serialize(event, byte[].class).getData(), UTF_8);
    }

    private Object read(String name, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, name, "1"));
    }
}
