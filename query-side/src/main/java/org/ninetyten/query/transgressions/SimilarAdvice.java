package org.ninetyten.query.transgressions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.ninetyten.events.advice.AskedAdvice;
import org.ninetyten.query.advice.AdviceView;

/**
 * Advice that an officer asked for before a post of theirs that was reported.
 *
 * @param similarity of its draft and the post's text: from 0, nothing in common, to 1, the same
 * @param supports whether ADVICE_FOLLOWED may rest on it: it was to post, given by the time of the post, and recorded as
 *     followed. Whether it was advice on that very post is for a person to say
 */
record SimilarAdvice(@JsonUnwrapped AdviceView advice, double similarity, boolean supports) {

    static SimilarAdvice to(TransgressionView post, AdviceView advice, Instant now) {
        AskedAdvice bearing = advice.bearing();
        double exact = bearing.similarityTo(post.post().text());
        return new SimilarAdvice(
                advice.at(now),
                Math.round(exact * 1000) / 1000.0,
                bearing.wasGivenBy(post.postedAt()) && bearing.wasFollowed());
    }
}
