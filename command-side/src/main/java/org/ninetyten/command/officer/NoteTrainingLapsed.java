package org.ninetyten.command.officer;

import org.ninetyten.events.Subject;

/**
 * Given by the system once the last day of a training is over. Does nothing for an officer who has other training that
 * counts, or whose lapse is noted already.
 */
public record NoteTrainingLapsed(String officerId) implements SystemCommand {

    @Override
    public Subject subject() {
        return Subject.OFFICER;
    }

    @Override
    public String subjectId() {
        return officerId;
    }
}
