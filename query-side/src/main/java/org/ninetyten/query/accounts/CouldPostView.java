package org.ninetyten.query.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.posting.Spell;

/**
 * Who could post with an account at an instant.
 *
 * @param officers its holder first, then operators by their ids
 * @param reason why nobody could; absent where someone could
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CouldPostView(
        String accountId,
        Instant at,
        List<Officer> officers,
        @Nullable String reason) {

    CouldPostView {
        officers = List.copyOf(officers);
    }

    /** @param since the first day */
    record Officer(String officerId, Spell.As as, LocalDate since) {}
}
