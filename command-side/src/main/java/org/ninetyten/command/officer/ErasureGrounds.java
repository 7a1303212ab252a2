package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What stands for and against forgetting an officer, as the store has it. */
public interface ErasureGrounds {

    /** Their cases that are neither closed nor withdrawn. */
    List<String> openCases(String officerId);

    /** The day on which the last of their cases came to its end. */
    Optional<LocalDate> lastCaseEnded(String officerId);

    /** Accounts that they were the last to answer for, and that are neither refused nor closed. */
    List<String> accountsLeftBehind(String officerId);

    /** Accounts that are over, and that nobody else ever held who is not erased. */
    List<String> accountsToForget(String officerId);
}
