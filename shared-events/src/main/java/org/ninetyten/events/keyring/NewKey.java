package org.ninetyten.events.keyring;

import org.jspecify.annotations.Nullable;

/**
 * The row of a first key that is not stored yet; it is to be stored with the event that needs it, or not at all.
 *
 * @param wrapped by the master key; not to be changed
 */
public record NewKey(long id, String scope, @Nullable String officerId, byte[] wrapped, String master) {}
