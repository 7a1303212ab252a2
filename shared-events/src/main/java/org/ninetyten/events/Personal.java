package org.ninetyten.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of an event that may tell about a person: free text always may. It is stored encrypted, and forgotten when the
 * key is destroyed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {

    Whose value() default Whose.OFFICER;

    /** Under whose key it stands. */
    enum Whose {
        /** The officer whom the event is about; of an account's event, who answered for the account when it was recorded. */
        OFFICER,
        /** The account's own, which outlives a holder: it goes when all who ever held it are erased. */
        ACCOUNT
    }
}
