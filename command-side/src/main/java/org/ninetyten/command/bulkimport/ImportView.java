package org.ninetyten.command.bulkimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import: who asked for it, and how far it has got.
 *
 * @param lines how many there are, without the header and empty ones
 * @param done how many recorded something; in a dry run, would
 * @param unchanged how many were so already
 * @param startedAt absent while others asked for earlier are worked on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        ImportKind kind,
        boolean dryRun,
        State state,
        int lines,
        int done,
        int unchanged,
        int refused,
        Asker askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy) {

    enum State {
        /** Under way, or waiting for its turn. */
        RUNNING,
        DONE,
        /** What was done until then stays done; the other lines keep waiting for ever. */
        CANCELLED
    }

    /** Who asked, and in which role they were allowed to. */
    record Asker(String id, String role) {}
}
