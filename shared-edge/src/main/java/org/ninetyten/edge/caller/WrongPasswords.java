package org.ninetyten.edge.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How often a wrong password came lately, by name and by where from, and how long none is looked at therefore: longer
 * each time, whether there is such a name or not. In memory, so each process counts for itself.
 */
final class WrongPasswords {

    private static final int COUNTED_AT_MOST = 100_000;
    private static final int LONGEST_NAME = 200;

    /** Bytes of an IPv6 address that one subscriber has all of the rest of. */
    private static final int SUBSCRIBER = 8;

    private record Count(int wrong, Instant closedUntil) {}

    private final SignInProperties properties;
    private final Clock clock;
    private final Cache<String, Count> counts;

    WrongPasswords(SignInProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .expireAfterWrite(properties.forgottenAfter())
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .maximumSize(COUNTED_AT_MOST)
                .build();
    }

    /** How long nothing is looked at yet for that name or from there; zero when it is. */
    Duration waitFor(String name, String address) {
        Duration forName = waitFor(nameKey(name));
        Duration forAddress = waitFor(addressKey(address));
        return forName.compareTo(forAddress) > 0 ? forName : forAddress;
    }

    void wrong(String name, String address) {
        count(nameKey(name), properties.freePerName());
        count(addressKey(address), properties.freePerAddress());
    }

    /** Whoever knows the password was not guessing. What came from the address stays: one right one hides no guesses. */
    void right(String name) {
        counts.invalidate(nameKey(name));
    }

    private Duration waitFor(String key) {
        Count count = counts.getIfPresent(key);
        Instant now = clock.instant();
        return count == null || !count.closedUntil().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, count.closedUntil());
    }

    private void count(String key, int free) {
        counts.asMap().compute(key, (same, before) -> {
            int wrong = before == null ? 1 : Math.min(before.wrong() + 1, Integer.MAX_VALUE - 1);
            return new Count(wrong, clock.instant().plus(wait(wrong - free)));
        });
    }

    /** @param over how many more than are free */
    private Duration wait(int over) {
        if (over < 0) {
            return Duration.ZERO;
        }
        Duration doubled = properties.firstWait().multipliedBy(1L << Math.min(over, 20));
        return doubled.compareTo(properties.longestWait()) < 0 ? doubled : properties.longestWait();
    }

    private static String nameKey(String name) {
        return "name " + (name.length() > LONGEST_NAME ? "too long" : name);
    }

    private static String addressKey(String address) {
        try {
            // An address, never a name: nothing is looked up.
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed instanceof Inet6Address
                    ? Arrays.copyOf(parsed.getAddress(), SUBSCRIBER)
                    : parsed.getAddress();
            return "address " + HexFormat.of().formatHex(bytes);
        } catch (UnknownHostException e) {
            return "address unknown";
        }
    }
}
