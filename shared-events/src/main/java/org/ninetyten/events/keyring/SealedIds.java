package org.ninetyten.events.keyring;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds in JSON which keys its texts are sealed under, without reading it. */
final class SealedIds {

    /** As JSON writes {@link Keyring#SEAL}. */
    private static final byte[] SEAL = "\"\\u0001".getBytes(StandardCharsets.US_ASCII);

    private static final int DIGITS_AT_MOST = 18;

    private SealedIds() {}

    static Set<Long> in(Collection<byte[]> payloads) {
        Set<Long> found = new HashSet<>();
        payloads.forEach(payload -> add(payload, found));
        return found;
    }

    private static void add(byte[] json, Set<Long> found) {
        for (int i = 0; i + SEAL.length < json.length; i++) {
            if (json[i] == '\\' && i > 0 && isSeal(json, i - 1)) {
                i = addNumber(json, i - 1 + SEAL.length, found);
            }
        }
    }

    private static boolean isSeal(byte[] json, int at) {
        for (int i = 0; i < SEAL.length; i++) {
            if (json[at + i] != SEAL[i]) {
                return false;
            }
        }
        return true;
    }

    private static int addNumber(byte[] json, int from, Set<Long> found) {
        long number = 0;
        int at = from;
        while (at < json.length && at - from < DIGITS_AT_MOST && json[at] >= '0' && json[at] <= '9') {
            number = number * 10 + json[at] - '0';
            at++;
        }
        if (at > from && at < json.length && json[at] == ':') {
            found.add(number);
        }
        return at;
    }
}
