package org.ninetyten.command.officer;

import java.time.LocalDate;
import org.ninetyten.events.Subject;

/**
 * Given by the system when a version is published or someone joins an account. Does nothing for an officer who was
 * told already, or has acknowledged that version or a later one.
 *
 * @param dueBy the last day for it
 */
public record RequireAcknowledgement(String officerId, String policyId, int version, LocalDate dueBy)
        implements SystemCommand {

    @Override
    public Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    public String subjectId() {
        return officerId;
    }
}
