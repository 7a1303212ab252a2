package org.ninetyten.query.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.posting.Posting;
import org.ninetyten.events.posting.Posting.Suspension;
import org.ninetyten.query.accounts.CouldPostView.Officer;

/** Who could post with an account when, by when things happened. */
final class CouldPost {

    private CouldPost() {}

    /** @param leftOn an officer's last day with the force; what they had to do with accounts is ended a moment later */
    static CouldPostView at(
            Instant instant, String accountId, Posting posting, Function<String, Optional<LocalDate>> leftOn) {
        Optional<String> closedToAll = whyNobodyCould(posting, instant);
        if (closedToAll.isPresent()) {
            return new CouldPostView(accountId, instant, List.of(), closedToAll.get());
        }
        List<Officer> officers = posting.at(instant).stream()
                .filter(spell -> leftOn.apply(spell.officerId())
                        .filter(day -> !instant.isBefore(LondonTime.endOf(day)))
                        .isEmpty())
                .map(spell -> new Officer(spell.officerId(), spell.as(), spell.since()))
                .sorted(Comparator.comparing(Officer::as).thenComparing(Officer::officerId))
                .toList();
        return new CouldPostView(
                accountId,
                instant,
                officers,
                officers.isEmpty() ? "Nobody answered for the account, and it had no operators." : null);
    }

    private static Optional<String> whyNobodyCould(Posting posting, Instant instant) {
        if (LondonTime.dayOf(instant).isBefore(posting.openedOn())) {
            return Optional.of("The account was opened on %s only.".formatted(posting.openedOn()));
        }
        if (posting.authorisedAt() == null && isPast(posting.refusedAt(), instant)) {
            return Optional.of("The account was refused.");
        }
        if (posting.authorisedAt() == null
                || (isPast(posting.requestedAt(), instant) && !isPast(posting.authorisedAt(), instant))) {
            return Optional.of("The account was requested, and not authorised yet.");
        }
        if (isPast(posting.closedAt(), instant)) {
            return Optional.of("The account was closed.");
        }
        return posting.suspensionAt(instant).map(CouldPost::suspended);
    }

    private static boolean isPast(@Nullable Instant when, Instant instant) {
        return when != null && !instant.isBefore(when);
    }

    private static String suspended(Suspension suspension) {
        return "The account was suspended on %s: %s"
                .formatted(LondonTime.dayOf(suspension.begin()), suspension.reason());
    }
}
