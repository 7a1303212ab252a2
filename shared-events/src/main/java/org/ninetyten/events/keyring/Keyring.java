package org.ninetyten.events.keyring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;

/**
 * Writes and reads texts under people's keys. What was read under a key is remembered for less than a minute, so that a
 * key that was destroyed elsewhere is soon gone here too.
 *
 * <p>A sealed text is a character that no client's text may have, the key's number, a colon, and the ciphertext.
 */
public final class Keyring {

    /** What stands in place of a text whose key was destroyed. */
    public static final String ERASED = "[erased]";

    /** The first character of every sealed text: a client's text has no such character. */
    static final char SEAL = '\u0001';

    private static final int KEYS_AT_MOST = 20_000;
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(45);

    private final DataKeys keys;
    private final Cache<Long, DataKey> byId = remembering();
    private final Cache<String, DataKey> current = remembering();

    Keyring(DataKeys keys) {
        this.keys = keys;
    }

    private static <K> Cache<K, DataKey> remembering() {
        return Caffeine.newBuilder()
                .maximumSize(KEYS_AT_MOST)
                .expireAfterWrite(REMEMBERED_FOR)
                .build();
    }

    /**
     * Under the officer's key, which is made with the first text about them.
     *
     * @param place what the text is, such as {@code OfficerRegistered.name}: it cannot be read as anything else
     * @throws ErasedException when they were erased
     */
    public String sealOfOfficer(String officerId, String place, String text) {
        String scope = Subject.OFFICER.stream(officerId);
        return seal(current(scope, officerId), place, text);
    }

    /** Under the account's own key. */
    public String sealOfAccount(String accountId, String place, String text) {
        return seal(current(Subject.ACCOUNT.stream(accountId), null), place, text);
    }

    /** Under the key of the account's holder; under the account's own where nobody was ever named as that. */
    public String sealOfHolder(String accountId, String place, String text) {
        DataKey holders = keys.latestOfHolders(Subject.ACCOUNT.stream(accountId));
        return holders == null || holders.isDestroyed()
                ? sealOfAccount(accountId, place, text)
                : seal(holders, place, text);
    }

    /** From now on what is said of the account is said under this officer's key. */
    public void holds(String accountId, String officerId) {
        keys.makeForHolder(Subject.ACCOUNT.stream(accountId), officerId);
    }

    public static boolean isSealed(String text) {
        return !text.isEmpty() && text.charAt(0) == SEAL;
    }

    /**
     * The text, or {@link #ERASED}.
     *
     * @throws UnreadableTextException when it was not written with a key of this database for that place
     */
    public String open(String scope, String place, String sealed) {
        int colon = sealed.indexOf(':');
        try {
            DataKey key = byId(Long.parseLong(sealed, 1, colon, 10));
            if (!key.scope().equals(scope)) {
                throw new UnreadableTextException(place + " is sealed under the key of someone else", null);
            }
            return key.isDestroyed()
                    ? ERASED
                    : key.decrypt(Base64.getUrlDecoder().decode(sealed.substring(colon + 1)), place);
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new UnreadableTextException(place + " cannot be opened with its key", e);
        }
    }

    /**
     * From now on, a first key that is needed in the transaction under way is not stored: whoever calls this stores it
     * with the event that is sealed under it, in one statement.
     */
    public void prepareFirstKeys() {
        PreparedKeys.begin(this::rememberCurrent);
    }

    /** Those that were needed since; from now on keys are stored here again. */
    public List<NewKey> takeFirstKeys() {
        PreparedKeys prepared = PreparedKeys.current();
        return prepared == null ? List.of() : prepared.take();
    }

    /** Stores such keys in the transaction under way. */
    public void store(List<NewKey> firstKeys) {
        keys.store(firstKeys);
    }

    /** Reads at once the keys that these payloads are sealed under. */
    public void prefetch(Collection<byte[]> payloads) {
        Set<Long> wanted = SealedIds.in(payloads);
        wanted.removeAll(byId.asMap().keySet());
        if (!wanted.isEmpty()) {
            keys.find(wanted).forEach(this::remember);
        }
    }

    /**
     * Destroys the keys of an officer, and those of accounts themselves, in the transaction under way.
     *
     * @param accountIds accounts that nobody who is not erased ever held
     */
    public void destroy(String officerId, List<String> accountIds) {
        keys.destroy(officerId, accountIds.stream().map(Subject.ACCOUNT::stream).toList());
        keys.afterCommit(this::forget);
    }

    /** How many keys were destroyed, ever. */
    public long destroyed() {
        return keys.destroyed();
    }

    /** Looks everything up anew. */
    public void forget() {
        byId.invalidateAll();
        current.invalidateAll();
    }

    private static String seal(DataKey key, String place, String text) {
        return SEAL
                + Long.toString(key.id())
                + ':'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(key.encrypt(text, place));
    }

    private DataKey current(String scope, @Nullable String officerId) {
        DataKey known = current.getIfPresent(scope);
        if (known != null) {
            return known;
        }
        PreparedKeys prepared = PreparedKeys.current();
        if (prepared != null) {
            return currentOrPrepared(prepared, scope, officerId);
        }
        DataKey key = keys.currentOrMade(scope, officerId);
        // One that is made here may yet be rolled back.
        keys.afterCommit(() -> rememberCurrent(key));
        return key;
    }

    private DataKey currentOrPrepared(PreparedKeys prepared, String scope, @Nullable String officerId) {
        DataKey made = prepared.find(scope);
        if (made != null) {
            return made;
        }
        DataKey stored = keys.current(scope, officerId);
        if (stored != null) {
            rememberCurrent(stored);
            return stored;
        }
        return keys.prepare(prepared, scope, officerId);
    }

    private void rememberCurrent(DataKey key) {
        current.put(key.scope(), key);
        remember(key);
    }

    private DataKey byId(long id) {
        DataKey known = byId.getIfPresent(id);
        if (known != null) {
            return known;
        }
        DataKey found = keys.find(Set.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableTextException("There is no data key " + id, null));
        remember(found);
        return found;
    }

    private void remember(DataKey key) {
        byId.put(key.id(), key);
    }
}
