package org.ninetyten.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How views are kept in their rows. Not as strict as what clients send is read: a row of an earlier release, or with a
 * text that would be refused today, must not make a list fail.
 */
@Component
public final class Documents {

    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    public String write(Object view) {
        return json.writeValueAsString(view);
    }

    /** The same document without one of its fields. */
    public String without(String document, String field) {
        JsonNode content = json.readTree(document);
        if (content instanceof ObjectNode fields) {
            fields.remove(field);
        }
        return json.writeValueAsString(content);
    }

    public <T> T read(String document, Class<T> type) {
        return json.readValue(document, type);
    }
}
