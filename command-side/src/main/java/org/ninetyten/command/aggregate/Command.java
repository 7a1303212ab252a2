package org.ninetyten.command.aggregate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.ninetyten.events.Subject;

/** An order to one aggregate. */
public interface Command {

    Subject subject();

    /** The client-chosen id of the aggregate. */
    String subjectId();

    @TargetAggregateIdentifier
    default String stream() {
        return subject().stream(subjectId());
    }
}
