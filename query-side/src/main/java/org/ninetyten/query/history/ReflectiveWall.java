package org.ninetyten.query.history;

import org.ninetyten.events.Event;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;

/**
 * The rule {@code reflective-practice-walled}: what an officer says in reflective practice stands in no history, and so in
 * no bundle. It is left out before anything is written.
 */
final class ReflectiveWall {

    private static final String LEFT_OUT = "Said in reflective practice, and not shown here.";

    private ReflectiveWall() {}

    /** The event as it is shown outside. */
    static Event outside(Event event) {
        return switch (event) {
            case ResponseCompleted e ->
                new ResponseCompleted(
                        e.transgressionId(),
                        e.officerId(),
                        e.accountId(),
                        e.response(),
                        e.completedOn(),
                        e.note(),
                        e.reference(),
                        null);
            case ConversationNoteAdded e -> e.reflective() ? noted(e) : e;
            case AgreedActionCompleted e -> e.reflective() ? done(e) : e;
            default -> event;
        };
    }

    private static ConversationNoteAdded noted(ConversationNoteAdded e) {
        return new ConversationNoteAdded(
                e.officerId(), e.conversationId(), e.noteId(), LEFT_OUT, e.accountId(), e.transgressionId(), true);
    }

    private static AgreedActionCompleted done(AgreedActionCompleted e) {
        return new AgreedActionCompleted(
                e.officerId(),
                e.conversationId(),
                e.action(),
                e.completedOn(),
                null,
                e.accountId(),
                e.transgressionId(),
                true);
    }
}
