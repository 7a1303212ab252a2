package org.ninetyten.command.aggregate;

/**
 * What a command is answered with.
 *
 * @param id the aggregate's client-chosen id
 * @param version how many events the aggregate had once this command was done, and so the {@code ETag}
 */
public record Answer(String id, long version) {}
