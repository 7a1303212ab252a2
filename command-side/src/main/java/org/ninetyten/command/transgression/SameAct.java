package org.ninetyten.command.transgression;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.ninetyten.command.account.LiftSuspensionForCase;
import org.ninetyten.command.account.SuspendForCase;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What one act does to two: a conversation that completes a case, a response that suspends an account. It runs in the
 * transaction of the command that was given, in the name of whoever gave it: all of it is kept, or none. That command
 * again records nothing new, and so leads to nothing here.
 */
class SameAct {

    static final String PROCESSOR = "same-act";

    private final ObjectProvider<SystemDesk> desk;

    SameAct(ObjectProvider<SystemDesk> desk) {
        this.desk = desk;
    }

    @EventHandler
    void on(CoachingConversationRecorded conversation, EventMessage<?> message) {
        String transgressionId = conversation.transgressionId();
        if (transgressionId != null) {
            give(
                    new CompleteThroughConversation(
                            transgressionId,
                            conversation.officerId(),
                            conversation.conversationId(),
                            conversation.heldOn()),
                    message);
        }
    }

    @EventHandler
    void on(TransgressionAssessed assessed, EventMessage<?> message) {
        if (assessed.response() == Response.SUSPEND_ACCESS) {
            suspend(assessed, message);
        }
    }

    @EventHandler
    void on(ReviewDecided decided, EventMessage<?> message) {
        if (decided.response() != Response.SUSPEND_ACCESS) {
            lift(decided, message);
        } else if (!decided.upheld()) {
            suspend(decided, message);
        }
    }

    @EventHandler
    void on(ResponseCompleted completed, EventMessage<?> message) {
        if (completed.response() == Response.SUSPEND_ACCESS) {
            lift(completed, message);
        }
    }

    @EventHandler
    void on(TransgressionWithdrawn withdrawn, EventMessage<?> message) {
        lift(withdrawn, message);
    }

    private void suspend(TransgressionEvent event, EventMessage<?> message) {
        give(new SuspendForCase(event.accountId(), event.transgressionId()), message);
    }

    private void lift(TransgressionEvent event, EventMessage<?> message) {
        give(new LiftSuspensionForCase(event.accountId(), event.transgressionId()), message);
    }

    private void give(Command command, EventMessage<?> message) {
        desk.getObject().give(command, Provenance.of(message.getMetaData()).causedBy(message.getIdentifier()));
    }
}
