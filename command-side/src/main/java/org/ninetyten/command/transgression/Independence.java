package org.ninetyten.command.transgression;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.edge.refusal.Refusal;

/**
 * The rule {@code not-independent} (DESIGN 3): the assessor is neither the reporter nor the officer; a reviewer is none
 * of those and not the assessor; who reopens is none of those and not the reviewer.
 *
 * @param officerId whom it is about
 * @param hands who did what before, by what they did; those who did nothing are absent
 */
record Independence(String officerId, Map<String, String> hands) {

    void toAssess(Actor actor) {
        refuse(actor, "reported", "assess");
    }

    void toReview(Actor actor) {
        refuse(actor, "reported", "decide the review of");
        refuse(actor, "assessed", "decide the review of");
    }

    void toReopen(Actor actor) {
        toReview(actor);
        refuse(actor, "reviewed", "reopen");
    }

    private void refuse(Actor actor, String hand, String wish) {
        @Nullable
        String reason = actor.isOfficer(officerId) || actor.id().equals(officerId)
                ? "it is about them"
                : actor.id().equals(hands.get(hand)) ? "they " + hand + " it" : null;
        if (reason != null) {
            throw Refusal.rule(
                    "not-independent",
                    "%s may not %s this transgression: %s. Someone else must.".formatted(actor.id(), wish, reason));
        }
    }
}
