package org.ninetyten.edge.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's keys: fetched when the first token comes, again when they are old, and again when a token names one that
 * is not among them. While the issuer is away the known ones go on being good for a while. (Nimbus' own caches answer
 * an unknown key with the old ones then, which would call a good token a bad one.)
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    /** Where the keys come from. */
    interface Origin {
        JWKSet fetch() throws IOException, ParseException;
    }

    /** @param askedAt when they were asked for; a newer key may be missing from then on */
    private record Known(JWKSet keys, Instant askedAt) {}

    /** Whoever makes up names of keys makes no more work than this. */
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

    private final Origin origin;
    private final Duration keptFor;
    private final Duration keptWhileAway;
    private final Clock clock;

    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Instant failedAt = Instant.MIN;

    IssuerKeys(Origin origin, Duration keptFor, Duration keptWhileAway, Clock clock) {
        this.origin = origin;
        this.keptFor = keptFor;
        this.keptWhileAway = keptWhileAway;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        Known now = known;
        if (now == null || isOlderThan(keptFor, now)) {
            now = refreshed(now);
        }
        List<JWK> found = wanted.select(now.keys());
        if (!found.isEmpty() && !isOlderThan(keptWhileAway, now)) {
            return found;
        }
        Known newer = isOlderThan(BETWEEN_FETCHES, now) ? fetchedAfter(now, BETWEEN_FETCHES) : now;
        if (isOlderThan(BETWEEN_FETCHES, newer) && newer == now) {
            throw new RemoteKeySourceException("The issuer's keys cannot be fetched just now", null);
        }
        return wanted.select(newer.keys());
    }

    /** Without waiting for a request that fetches them already, as long as there are some. */
    private Known refreshed(@Nullable Known old) throws RemoteKeySourceException {
        if (old == null || fetching.tryLock()) {
            try {
                return fetchedAfter(old, keptFor);
            } finally {
                if (old != null) {
                    fetching.unlock();
                }
            }
        }
        return old;
    }

    /** Newer keys than those, if they can be had; else those. One request at a time asks the issuer. */
    private Known fetchedAfter(@Nullable Known old, Duration tooOld) throws RemoteKeySourceException {
        fetching.lock();
        try {
            Known now = known;
            if (now != null && !isOlderThan(tooOld, now)) {
                return now;
            }
            return fetched(old);
        } finally {
            fetching.unlock();
        }
    }

    private Known fetched(@Nullable Known old) throws RemoteKeySourceException {
        Instant askedAt = clock.instant();
        boolean failedJustNow = failedAt.isAfter(askedAt.minus(BETWEEN_FETCHES));
        if (!failedJustNow) {
            try {
                Known fetched = new Known(origin.fetch(), askedAt);
                known = fetched;
                return fetched;
            } catch (IOException | ParseException e) {
                failedAt = clock.instant();
                log.warn("The issuer's keys cannot be fetched: {}", e.toString());
            }
        }
        if (old == null) {
            throw new RemoteKeySourceException("The issuer's keys were never there", null);
        }
        return old;
    }

    private boolean isOlderThan(Duration age, Known keys) {
        return keys.askedAt().plus(age).isBefore(clock.instant());
    }
}
