package org.ninetyten.query.transgressions;

import java.util.List;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.query.history.HistoryEntry;

/**
 * The record of a case for a misconduct referral, whole but for what is walled.
 *
 * @param transgression report, post with its hash, pinned facts, assessment with the ladder's reasons, notice, answer,
 *     reviews and completion
 * @param clauses those that were broken, word for word from the version it was judged by
 * @param ladder of that version
 * @param history everything that happened to it, oldest first
 */
record CaseBundle(
        TransgressionView transgression,
        String policyId,
        int policyVersion,
        List<Clause> clauses,
        Ladder ladder,
        List<HistoryEntry> history) {}
