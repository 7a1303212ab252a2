package org.ninetyten.query.history;

import java.util.List;
import org.ninetyten.events.Event;

/** What clauses were called in the version that a case is judged by: their ids mean nothing to who reads years later. */
interface ClauseTitles {

    /** Each with its number and title, such as {@code 4.2 (Operations)}; by its id where the version does not have it. */
    List<String> of(String policyId, int version, List<String> clauseIds);

    /** The same, of the version that was pinned when the case was reported. */
    List<String> inCase(String transgressionId, List<String> clauseIds);

    /** The same titles, with what these events will ask for read at once. */
    default ClauseTitles preparedFor(List<Event> events) {
        return this;
    }
}
