package org.ninetyten.events.stored;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.keyring.Keyring;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as JSON under logical names. It can only ever make an event of {@link StoredEventTypes} or metadata: a name
 * that is not in that list stays an unknown type, never a class looked up by name.
 */
public final class StoredEventSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final @Nullable Seals seals;

    private StoredEventSerializer(Jackson3Serializer.Builder builder, @Nullable Seals seals) {
        super(builder);
        this.seals = seals;
    }

    /** Writes events in plain text, as views show them and as they were stored before there were keys. */
    public static StoredEventSerializer create() {
        return create(null);
    }

    /** Writes what is personal under people's keys. */
    public static StoredEventSerializer sealing(Keyring keyring) {
        return create(new Seals(keyring));
    }

    private static StoredEventSerializer create(@Nullable Seals seals) {
        return new StoredEventSerializer(
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredEventSerializer::asStored), seals);
    }

    /** The JSON of stored events: components in the order of their declaration, ISO 8601 dates, nothing for null. */
    static void asStored(JsonMapper.Builder mapper) {
        mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                // A field added by a newer writer must not stop an older reader in the middle of an upgrade.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(inclusion ->
                        inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL));
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        Object stored = seals != null && object instanceof Event event ? seals.sealed(event) : object;
        return super.serialize(stored, expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // Absent is null in Axon's contract.
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        Object stored = super.deserialize(serialized);
        return (T) (seals != null && stored instanceof Event event ? seals.opened(event) : stored);
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        if (type != null && Event.class.isAssignableFrom(type)) {
            StoredEventTypes.StoredType stored = StoredEventTypes.of(type);
            return new SimpleSerializedType(stored.name(), stored.revision());
        }
        return super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (METADATA.equals(type.getName())) {
            return MetaData.class;
        }
        return StoredEventTypes.named(type.getName())
                .<Class<?>>map(StoredEventTypes.StoredType::type)
                .orElse(UnknownSerializedType.class);
    }
}
