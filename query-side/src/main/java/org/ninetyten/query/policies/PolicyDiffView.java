package org.ninetyten.query.policies;

import java.util.List;
import org.ninetyten.query.policies.policydiff.ClauseChanges;
import org.ninetyten.query.policies.policydiff.LadderChanges;
import org.ninetyten.query.policies.policydiff.ObligationChange;
import org.ninetyten.query.policies.policydiff.Part;
import org.ninetyten.query.policies.policydiff.PolicyDiff;
import org.ninetyten.query.policies.policydiff.PolicyDiffMarkdown;

/**
 * What one published version says otherwise than another.
 *
 * @param against the number of the version that counts as the older
 * @param version the number of the version that counts as the newer
 * @param summary one plain sentence
 * @param purpose word by word; empty where it is the same
 * @param objectives each objective a part; empty where they are the same
 */
record PolicyDiffView(
        String policyId,
        String title,
        int against,
        int version,
        boolean changed,
        String summary,
        List<Part> purpose,
        List<Part> objectives,
        ClauseChanges clauses,
        LadderChanges ladder,
        List<ObligationChange> obligations) {

    static PolicyDiffView of(PolicyView policy, int against, int version, PolicyDiff diff) {
        return new PolicyDiffView(
                policy.id(),
                policy.title(),
                against,
                version,
                !diff.none(),
                diff.summary(),
                diff.purpose(),
                diff.objectives(),
                diff.clauses(),
                diff.ladder(),
                diff.obligations());
    }

    String asMarkdown() {
        return PolicyDiffMarkdown.of(
                title, against, version, new PolicyDiff(purpose, objectives, clauses, ladder, obligations));
    }
}
