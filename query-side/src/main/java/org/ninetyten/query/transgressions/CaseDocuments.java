package org.ninetyten.query.transgressions;

import java.util.List;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.query.history.Histories;
import org.ninetyten.query.history.HistoryFilter;
import org.ninetyten.query.policies.PolicyContents;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.transgressions.TransgressionView.Assessment;
import org.ninetyten.query.transgressions.TransgressionView.Notice;
import org.springframework.stereotype.Component;

/** What leaves the house on paper: the notice to the officer, and the bundle of a referral. */
@Component
class CaseDocuments {

    private final PolicyContents policies;
    private final Histories histories;
    private final Freshness freshness;

    CaseDocuments(PolicyContents policies, Histories histories, Freshness freshness) {
        this.policies = policies;
        this.histories = histories;
        this.freshness = freshness;
    }

    /** @throws Refusal 404 before the officer was told */
    NoticeLetter notice(TransgressionView view) {
        Notice notice = view.notice();
        if (notice == null) {
            throw Refusal.notFound(
                    "The officer has not been told of the outcome of transgression '%s' yet, so there is no notice."
                            .formatted(view.id()));
        }
        List<Clause> clauses = clauses(judgedBy(view), notice.clauseIds());
        return new NoticeLetter(view.id(), view.accountId(), view.postedAt(), versionOf(view), notice, clauses);
    }

    /** @throws Refusal {@code no-referral} unless the response in force is a referral */
    CaseBundle bundle(TransgressionView view) {
        Assessment assessment = view.assessment();
        if (assessment == null || view.response() != Response.MISCONDUCT_REFERRAL) {
            throw Refusal.rule(
                    "no-referral",
                    "The response in force is not a misconduct referral, so there is nobody to hand a bundle to.");
        }
        freshness.await(view.version(), () -> histories.versionOf(Subject.TRANSGRESSION, view.id()));
        PolicyContent judgedBy = judgedBy(view);
        return new CaseBundle(
                view,
                assessment.policyId(),
                assessment.policyVersion(),
                clauses(judgedBy, assessment.clauseIds()),
                judgedBy.ladder(),
                histories.of(Subject.TRANSGRESSION, view.id(), HistoryFilter.NONE, 0, Integer.MAX_VALUE));
    }

    private PolicyContent judgedBy(TransgressionView view) {
        return policies.find(view.pinned().policyId(), versionOf(view))
                .orElseThrow(() -> Refusal.unavailable(
                        "not-yet-projected",
                        "The policy version it was judged by is not to be seen here yet. Ask again shortly."));
    }

    private static int versionOf(TransgressionView view) {
        return view.pinned().policyVersion();
    }

    private static List<Clause> clauses(PolicyContent content, List<String> ids) {
        return content.clauses().stream()
                .filter(clause -> ids.contains(clause.id()))
                .toList();
    }
}
