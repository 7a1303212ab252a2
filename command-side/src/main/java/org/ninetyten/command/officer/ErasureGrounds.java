package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;

/** What stands for and against forgetting an officer, as the store has it. */
public interface ErasureGrounds {

    /**
     * A case about them.
     *
     * @param endedOn absent while it is neither closed nor withdrawn
     * @param shown whether whoever asks may know of it
     */
    record OwnCase(String transgressionId, @Nullable LocalDate endedOn, boolean shown) {}

    List<OwnCase> cases(String officerId, Actor asking);

    /** Accounts that they were the last to answer for, and that are neither refused nor closed. */
    List<String> accountsLeftBehind(String officerId);

    /** Accounts that are over, and that nobody else ever held who is not erased. */
    List<String> accountsToForget(String officerId);
}
