package org.ninetyten.command.transgression;

import java.time.LocalDate;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.Subject;

/**
 * A coaching conversation linked to the case was recorded. It completes the response where that is to be done through
 * one, and is no more than a conversation where not.
 *
 * @param officerId with whom it was held
 */
record CompleteThroughConversation(String transgressionId, String officerId, String conversationId, LocalDate heldOn)
        implements Command {

    @Override
    public Subject subject() {
        return Subject.TRANSGRESSION;
    }

    @Override
    public String subjectId() {
        return transgressionId;
    }
}
