package org.ninetyten.command.aggregate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered with.
 *
 * @param id the aggregate's client-chosen id
 * @param version how many events the aggregate had once this command was done, and so the {@code ETag}
 * @param part what the command made inside the aggregate, where that has an address of its own; goes into {@code
 *     Location}, not into the body
 */
public record Answer(
        String id, long version, @JsonIgnore @Nullable String part) {

    public Answer(String id, long version) {
        this(id, version, null);
    }

    public Answer of(String part) {
        return new Answer(id, version, part);
    }
}
