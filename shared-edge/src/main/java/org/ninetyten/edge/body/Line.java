package org.ninetyten.edge.body;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name, title or other short text that must be given: not blank, at most 200 characters. */
@NotBlank(message = "must be given")
@Size(max = 200, message = "may have at most 200 characters")
@Constraint(validatedBy = {})
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    String message() default "must be a short text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
