package org.ninetyten.edge.http;

import java.util.Map;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.validation.DataBinder;
import org.springframework.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads as a body what did not come as one, such as a line of a sheet; refuses what would be refused over HTTP. */
public final class BodyReader {

    private final JsonMapper json;
    private final Validator validator;

    BodyReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param fields texts, truth values and the like, by the names that they have in the body
     * @throws Refusal with the code and the violations that the same body is answered with over HTTP
     */
    public <B> B read(Map<String, Object> fields, Class<B> type) {
        B body = bound(fields, type);
        DataBinder binder = new DataBinder(body, "body");
        binder.setValidator(validator);
        binder.validate();
        if (binder.getBindingResult().hasErrors()) {
            throw Violations.refusal(binder.getBindingResult().getAllErrors().stream()
                    .map(Violations::of)
                    .toList());
        }
        return body;
    }

    /** By way of its bytes: that is what the deserialisers of bodies read. */
    private <B> B bound(Map<String, Object> fields, Class<B> type) {
        try {
            return json.readValue(json.writeValueAsBytes(fields), type);
        } catch (JacksonException e) {
            throw UnreadableJson.refusal(e);
        }
    }
}
