package org.ninetyten.query.advice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.advice.AskedAdvice;
import org.ninetyten.events.officer.AdviceDecision;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * Advice that an officer asked for before posting.
 *
 * @param draft what was to be posted
 * @param replyDueAt when it becomes overdue
 * @param overdue whether it is, and nobody has answered; told when it is asked, never kept
 * @param decision absent while it is not answered, as are why, repliedBy and repliedAt
 * @param repliedBy the actor id of whoever answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdviceView(
        String officerId,
        String adviceId,
        String accountId,
        String draft,
        String question,
        Instant askedAt,
        Instant replyDueAt,
        State state,
        @Nullable Boolean overdue,
        @Nullable AdviceDecision decision,
        @Nullable String why,
        @Nullable String repliedBy,
        @Nullable Instant repliedAt) {

    public enum State {
        ASKED,
        ANSWERED,
        FOLLOWED,
        NOT_FOLLOWED;

        static State of(@Nullable AdviceDecision decision, @Nullable Boolean followed) {
            if (followed != null) {
                return followed ? FOLLOWED : NOT_FOLLOWED;
            }
            return decision == null ? ASKED : ANSWERED;
        }
    }

    public static AdviceView asked(AdviceRequested e, RecordedEvent recorded) {
        return new AdviceView(
                e.officerId(),
                e.adviceId(),
                e.accountId(),
                e.draft(),
                e.question(),
                recorded.recordedAt(),
                e.replyDueAt(),
                State.ASKED,
                null,
                null,
                null,
                null,
                null);
    }

    public AdviceView answered(AdviceGiven e, RecordedEvent recorded) {
        return new AdviceView(
                officerId,
                adviceId,
                accountId,
                draft,
                question,
                askedAt,
                replyDueAt,
                State.ANSWERED,
                null,
                e.decision(),
                e.why(),
                recorded.provenance().actorId(),
                recorded.recordedAt());
    }

    public AdviceView ended(boolean followed) {
        return in(followed ? State.FOLLOWED : State.NOT_FOLLOWED, null);
    }

    /** With whether it is overdue then. */
    public AdviceView at(Instant instant) {
        return in(state, state == State.ASKED && instant.isAfter(replyDueAt));
    }

    /** What bears on a post that is reported. */
    public AskedAdvice bearing() {
        Boolean followed = switch (state) {
            case FOLLOWED -> true;
            case NOT_FOLLOWED -> false;
            case ASKED, ANSWERED -> null;
        };
        return new AskedAdvice(adviceId, accountId, draft, askedAt, decision, repliedAt, followed);
    }

    private AdviceView in(State newState, @Nullable Boolean isOverdue) {
        return new AdviceView(
                officerId,
                adviceId,
                accountId,
                draft,
                question,
                askedAt,
                replyDueAt,
                newState,
                isOverdue,
                decision,
                why,
                repliedBy,
                repliedAt);
    }
}
