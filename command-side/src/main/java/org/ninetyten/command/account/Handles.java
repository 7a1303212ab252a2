package org.ninetyten.command.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/** The rule {@code handle-taken}: one open account per platform and handle, whatever the letter case. */
interface Handles {

    /** As long as the columns of a reservation. */
    int KEY_AT_MOST = 255;

    /** Control and formatting characters, such as a zero-width space. */
    Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    Pattern AROUND = Pattern.compile("^[@\\s]+|\\s+$", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * Takes the handle for the account, in the transaction of the command being handled; concurrent requests wait for
     * each other here.
     *
     * @return whether it is the account's now; false when another open account has it
     */
    boolean take(String platform, String handle, String accountId);

    /** Gives back whatever handle the account has. */
    void release(String accountId);

    /**
     * A platform or handle as it is compared: compatible forms made one, without what cannot be seen, no leading @,
     * lower case. The key of a key is that key.
     */
    static String key(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        // To and fro: some letters have two small forms and one capital, some have their other case but one way.
        String lower = visible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return AROUND.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKC)).replaceAll("");
    }

    /**
     * @param pointer where the platform or handle stands in the body
     * @throws Refusal {@code invalid} for one that has nothing to compare, or too much
     */
    static void requireKey(String pointer, String text) {
        int length = key(text).length();
        if (length == 0) {
            throw Refusal.invalid(List.of(Violation.at(pointer, "must have letters or digits")));
        }
        if (length > KEY_AT_MOST) {
            throw Refusal.invalid(List.of(Violation.at(pointer, "is too long once its ligatures are written out")));
        }
    }
}
