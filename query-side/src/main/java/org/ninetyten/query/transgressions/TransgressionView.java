package org.ninetyten.query.transgressions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;

/**
 * A transgression as it stands now.
 *
 * @param version how many events it has; the {@code ETag}
 * @param pinned what was so when the post was made, as worked out when it was reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransgressionView(
        String id,
        long version,
        String accountId,
        String officerId,
        State state,
        Category category,
        String description,
        Instant postedAt,
        Post post,
        Instant reportedAt,
        Reporter reportedBy,
        boolean selfReported,
        PinnedFacts pinned) {

    public enum State {
        REPORTED
    }

    /**
     * @param actorId whose credentials recorded it
     * @param name who brought it up, where that is someone else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reporter(String actorId, @Nullable String name) {}
}
