package org.ninetyten.events.transgression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Category;

/**
 * Everything that can happen to a transgression. Each event names the officer and the account, so that it can be
 * placed in their histories without looking anything up.
 */
public sealed interface TransgressionEvent extends Event {

    String transgressionId();

    String officerId();

    String accountId();

    @Override
    default Subject subject() {
        return Subject.TRANSGRESSION;
    }

    @Override
    default String subjectId() {
        return transgressionId();
    }

    /**
     * @param reportedBy who brought it up, where that is not whoever recorded it
     * @param selfReported whether the officer reported themselves
     */
    record TransgressionReported(
            String transgressionId,
            String accountId,
            String officerId,
            Instant postedAt,
            Post post,
            Category category,
            String description,
            @Nullable String reportedBy,
            boolean selfReported,
            PinnedFacts pinned)
            implements TransgressionEvent {}
}
