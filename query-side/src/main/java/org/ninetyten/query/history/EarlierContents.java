package org.ninetyten.query.history;

import java.util.Optional;
import org.ninetyten.events.policy.PolicyContent;

/** What a policy said before an event of its own. */
interface EarlierContents {

    /**
     * The draft as it stood.
     *
     * @param before the event's place in the policy's stream, counted from 1
     */
    Optional<PolicyContent> draft(String policyId, long before);

    /** The version that was published last; nothing before the first. */
    Optional<PolicyContent> version(String policyId, long before);
}
