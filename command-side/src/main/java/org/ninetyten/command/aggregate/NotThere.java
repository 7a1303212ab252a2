package org.ninetyten.command.aggregate;

import org.ninetyten.edge.refusal.Refusal;

/** What a command is about is not there; or it is, and its giver may not know. */
public final class NotThere {

    private NotThere() {}

    public static Refusal refusal(Command command) {
        return Refusal.notFound(
                "There is no %s '%s'.".formatted(command.subject().word(), command.subjectId()));
    }
}
