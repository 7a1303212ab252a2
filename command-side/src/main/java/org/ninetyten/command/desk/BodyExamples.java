package org.ninetyten.command.desk;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** Puts each command's {@link BodyExample} into the API documents. */
@Component
class BodyExamples implements GlobalOperationCustomizer {

    private final JsonMapper json;

    BodyExamples(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var examples = AnnotatedElementUtils.findMergedRepeatableAnnotations(handler.getMethod(), BodyExample.class);
        if (!examples.isEmpty()) {
            for (MediaType body : operation.getRequestBody().getContent().values()) {
                examples.forEach(example -> body.addExamples(example.name(), shown(example)));
            }
        }
        return operation;
    }

    private Example shown(BodyExample example) {
        Example shown = new Example().value(json.readValue(example.value(), Object.class));
        return example.summary().isEmpty() ? shown : shown.summary(example.summary());
    }
}
