package org.ninetyten.command.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A body that works when pasted, for the API documents. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(BodyExample.Several.class)
public @interface BodyExample {

    /** JSON. */
    String value();

    /** The id in the path with which it works, where that is not the one that the path's own example gives. */
    String name() default "example";

    String summary() default "";

    /** More than one. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        BodyExample[] value();
    }
}
