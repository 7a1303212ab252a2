package org.ninetyten.command.axonserver;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;

/**
 * Commands, their answers and their failures as JSON between two processes of the same release. It makes nothing else,
 * whatever a message names.
 */
final class TravellingJson extends Jackson3Serializer {

    private static final String OURS = "org.ninetyten.command.";

    private TravellingJson(Builder builder) {
        super(builder);
    }

    static TravellingJson create() {
        return new TravellingJson(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.addMixIn(Answer.class, WholeAnswer.class)));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        if (!type.getName().startsWith(OURS)) {
            return UnknownSerializedType.class;
        }
        Class<?> named = super.classForType(type);
        boolean travels = Command.class.isAssignableFrom(named) || named == Answer.class || named == ToldFailure.class;
        return travels ? named : UnknownSerializedType.class;
    }

    /** With the part that a caller is not shown in the body: its {@code Location} is made of it. */
    private record WholeAnswer(
            String id,
            long version,
            @JsonIgnore(false) @Nullable String part) {}
}
