package org.ninetyten.command.officer;

import org.ninetyten.events.Subject;

/**
 * Given by the system once the day of a check-in is over. Does nothing where none was due under the policy, or the one
 * that was is noted as missed already.
 */
public record NoteCheckInMissed(String officerId, String policyId) implements SystemCommand {

    @Override
    public Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    public String subjectId() {
        return officerId;
    }
}
