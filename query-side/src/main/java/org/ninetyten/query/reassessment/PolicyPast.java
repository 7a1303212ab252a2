package org.ninetyten.query.reassessment;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.stored.RecordedEvent;

/** A policy's versions and draft as the store has them up to a position: what cases are judged by. */
final class PolicyPast {

    /** The draft's name in a sentence. */
    private static final String THE_DRAFT = "the draft";

    private final String policyId;
    private final Map<Integer, Yardstick> versions = new HashMap<>();
    private final Map<Long, Yardstick> drafts = new HashMap<>();
    private int latest;
    private long draftVersion;
    private boolean changedSincePublication;
    private boolean withdrawn;

    PolicyPast(String policyId) {
        this.policyId = policyId;
    }

    /** Oldest first, without gaps. */
    void add(RecordedEvent recorded) {
        if (recorded.event() instanceof PolicyDrafted drafted) {
            drafted(recorded.version(), drafted.content());
        } else if (recorded.event() instanceof PolicyRevised revised) {
            drafted(recorded.version(), revised.content());
        } else if (recorded.event() instanceof PolicyVersionPublished published) {
            latest = published.version();
            versions.put(latest, Yardstick.of("version " + latest, published.content()));
            changedSincePublication = false;
        } else if (recorded.event() instanceof PolicyWithdrawn) {
            withdrawn = true;
        }
    }

    private void drafted(long version, PolicyContent content) {
        draftVersion = version;
        drafts.put(version, Yardstick.of(THE_DRAFT, content));
        changedSincePublication = true;
    }

    /** @throws Refusal {@code no-such-policy} or {@code no-such-policy-version} */
    void requireVersion(int number) {
        requireAny();
        if (!versions.containsKey(number)) {
            throw Refusal.rule(
                    "no-such-policy-version", "The policy '%s' has no version %d.".formatted(policyId, number));
        }
    }

    /**
     * Which draft stands: the policy's own version at which it was last changed.
     *
     * @throws Refusal {@code no-such-policy}, or {@code no-draft} where nothing is left that might be published
     */
    long requireDraft() {
        requireAny();
        if (withdrawn) {
            throw Refusal.rule(
                    "no-draft", "The policy '%s' is withdrawn: its draft will never be published.".formatted(policyId));
        }
        if (!changedSincePublication) {
            throw Refusal.rule(
                    "no-draft",
                    "The draft of the policy '%s' is as it was when version %d was published: ask about that version."
                            .formatted(policyId, latest));
        }
        return draftVersion;
    }

    /** What a reassessment asks about. */
    Yardstick asked(@Nullable Integer version, @Nullable Long draftOfVersion) {
        Yardstick yardstick = version == null ? drafts.get(draftOfVersion) : versions.get(version);
        if (yardstick == null) {
            throw new BrokenHistoryException("What was asked about is not in the store.");
        }
        return yardstick;
    }

    /** The version by which a case was assessed. */
    Yardstick judgedBy(AssessedCase one) {
        Yardstick yardstick = versions.get(one.judgedBy());
        if (yardstick == null) {
            throw new BrokenHistoryException(
                    "The transgression '%s' was judged by version %d of the policy '%s', which is not in the store."
                            .formatted(one.transgressionId(), one.judgedBy(), policyId));
        }
        return yardstick;
    }

    /** As far back as any version looks for earlier breaches. */
    int longestLookBackMonths(Yardstick asked) {
        return versions.values().stream().mapToInt(Yardstick::lookBackMonths).reduce(asked.lookBackMonths(), Math::max);
    }

    private void requireAny() {
        if (drafts.isEmpty()) {
            throw Refusal.rule("no-such-policy", "There is no policy '%s'.".formatted(policyId));
        }
    }
}
