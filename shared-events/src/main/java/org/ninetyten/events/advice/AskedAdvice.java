package org.ninetyten.events.advice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.officer.AdviceDecision;

/**
 * Advice that an officer asked for on a draft, as far as it bears on a post that is reported later.
 *
 * @param decision absent while it is not answered, as is answeredAt
 * @param followed absent until the officer recorded what became of it
 */
public record AskedAdvice(
        String adviceId,
        String accountId,
        String draft,
        Instant askedAt,
        @Nullable AdviceDecision decision,
        @Nullable Instant answeredAt,
        @Nullable Boolean followed) {

    public AskedAdvice answered(AdviceDecision as, Instant at) {
        return new AskedAdvice(adviceId, accountId, draft, askedAt, as, at, followed);
    }

    /** What became of it. */
    public AskedAdvice ended(boolean wasFollowed) {
        return new AskedAdvice(adviceId, accountId, draft, askedAt, decision, answeredAt, wasFollowed);
    }

    /** Whether it was asked for before the post was made, and answered by then. */
    public boolean wasGivenBy(Instant postedAt) {
        return askedAt.isBefore(postedAt) && answeredAt != null && !answeredAt.isAfter(postedAt);
    }

    /** Whether it was to post, changed or not, and the officer recorded that they did so; nobody follows advice not to post by posting. */
    public boolean wasFollowed() {
        return decision != null && decision != AdviceDecision.DO_NOT_POST && Boolean.TRUE.equals(followed);
    }

    /** 0 to 1, as {@link DraftSimilarity}. */
    public double similarityTo(String post) {
        return DraftSimilarity.of(draft, post);
    }
}
