package org.ninetyten.edge.body;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A client-chosen id: a UUID or a short slug (DESIGN 3). */
@NotNull(message = "must be given")
@Pattern(regexp = Slug.REGEXP, message = Slug.EXPLANATION)
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slug {

    /** For an id that may be left out. */
    String REGEXP = "[a-z0-9-]{1,64}";

    String EXPLANATION = "must be 1 to 64 lower-case letters, digits and dashes";

    String message() default "must be a slug";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
