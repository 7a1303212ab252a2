package org.ninetyten.query.policies;

import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.query.projection.ReadModel;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.springframework.stereotype.Component;

/** Folds a policy's events into how it stands, and keeps the contents of its draft and versions beside that. */
@Component
class PolicyProjection extends StateProjection<PolicyEvent, PolicyView> {

    private final PolicyContents contents;

    PolicyProjection(StateTable<PolicyView> policies, PolicyContents contents) {
        super("policies", Subject.POLICY, PolicyEvent.class, policies);
        this.contents = contents;
    }

    @Override
    protected PolicyView evolve(@Nullable PolicyView view, PolicyEvent event, RecordedEvent recorded) {
        return after(view, event, recorded).at(recorded.version());
    }

    private static PolicyView after(@Nullable PolicyView view, PolicyEvent event, RecordedEvent recorded) {
        return switch (event) {
            case PolicyDrafted e -> PolicyView.drafted(e.policyId(), recorded.version(), e.title());
            case PolicyRevised e -> existing(view, e).revised(e.reason());
            case PolicyVersionPublished e -> existing(view, e).published(version(e, recorded));
            case PolicyReviewedUnchanged e ->
                existing(view, e)
                        .reviewed(new PolicyView.Review(
                                e.version(), false, e.reviewedOn(), e.nextReviewBy(), e.note(), recorded.recordedAt()));
            case PolicyReviewMissed e ->
                existing(view, e)
                        .reviewed(new PolicyView.Review(
                                e.version(), true, null, e.reviewBy(), null, recorded.recordedAt()));
            case PolicyWithdrawn e ->
                existing(view, e)
                        .withdrawn(new PolicyView.Withdrawal(
                                e.withdrawnOn(),
                                e.reason(),
                                recorded.provenance().actorId()));
        };
    }

    private static PolicyView.Version version(PolicyVersionPublished e, RecordedEvent recorded) {
        return new PolicyView.Version(
                e.version(),
                e.significance(),
                e.summaryOfChange(),
                e.effectiveFrom(),
                e.reviewBy(),
                recorded.recordedAt(),
                recorded.provenance().actorId());
    }

    @Override
    protected Batch beside(ReadModel rows) {
        PolicyContents.Unwritten unwritten = contents.begin(rows);
        return new Batch() {
            @Override
            public void add(RecordedEvent recorded) {
                if (recorded.event() instanceof PolicyEvent event) {
                    keepContent(event, recorded.version(), unwritten);
                }
            }

            @Override
            public void flush() {
                unwritten.write();
            }
        };
    }

    private static void keepContent(PolicyEvent event, long version, PolicyContents.Unwritten unwritten) {
        switch (event) {
            case PolicyDrafted e -> unwritten.put(e.policyId(), PolicyContents.DRAFT, version, e.content());
            case PolicyRevised e -> unwritten.put(e.policyId(), PolicyContents.DRAFT, version, e.content());
            case PolicyVersionPublished e -> unwritten.put(e.policyId(), e.version(), version, e.content());
            case PolicyReviewedUnchanged e -> {}
            case PolicyReviewMissed e -> {}
            case PolicyWithdrawn e -> {}
        }
    }
}
