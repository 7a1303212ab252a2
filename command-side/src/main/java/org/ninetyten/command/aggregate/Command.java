package org.ninetyten.command.aggregate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;

/** An order to one aggregate. */
public interface Command {

    Subject subject();

    /** The client-chosen id of the aggregate. */
    String subjectId();

    /** The officer whom it is about, where the command itself says so; what it is given to may say it otherwise. */
    default @Nullable String aboutOfficer() {
        return null;
    }

    @TargetAggregateIdentifier
    default String stream() {
        return subject().stream(subjectId());
    }
}
