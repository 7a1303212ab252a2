package org.ninetyten.command.transgression;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.edge.refusal.Refusal;

/**
 * The rule {@code not-independent} (DESIGN 3): the assessor is neither the reporter nor the officer; a reviewer is none
 * of those and not the assessor; who reopens is none of those and not the reviewer.
 *
 * @param officerId whom it is about
 * @param hands who ever did what, also before a reopening
 */
record Independence(String officerId, Map<Hand, Set<String>> hands) {

    enum Hand {
        REPORTED,
        ASSESSED,
        REVIEWED
    }

    void toAssess(Actor actor) {
        refuse(actor, "assess", List.of(Hand.REPORTED));
    }

    void toReview(Actor actor) {
        refuse(actor, "decide the review of", List.of(Hand.REPORTED, Hand.ASSESSED));
    }

    void toReopen(Actor actor) {
        refuse(actor, "reopen", List.of(Hand.REPORTED, Hand.ASSESSED, Hand.REVIEWED));
    }

    void toRestrict(Actor actor) {
        refuse(actor, "restrict", List.of());
    }

    private void refuse(Actor actor, String wish, List<Hand> excluded) {
        if (actor.isOfficer(officerId) || actor.id().equals(officerId)) {
            throw refusal(actor, wish, "it is about them");
        }
        for (Hand hand : excluded) {
            if (hands.getOrDefault(hand, Set.of()).contains(actor.id())) {
                throw refusal(actor, wish, "they " + hand.name().toLowerCase(Locale.ROOT) + " it");
            }
        }
    }

    private static Refusal refusal(Actor actor, String wish, String reason) {
        return Refusal.rule(
                "not-independent",
                "%s may not %s this transgression: %s. Someone else must.".formatted(actor.id(), wish, reason));
    }
}
