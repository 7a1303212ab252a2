package org.ninetyten.command.account;

import java.text.Normalizer;
import java.util.Locale;

/** The rule {@code handle-taken}: one open account per platform and handle, whatever the letter case. */
interface Handles {

    /**
     * Takes the handle for the account, in the transaction of the command being handled; concurrent requests wait for
     * each other here.
     *
     * @return whether it is the account's now; false when another open account has it
     */
    boolean take(String platform, String handle, String accountId);

    /** Gives back whatever handle the account has. */
    void release(String accountId);

    /** A platform or handle as it is compared: compatible forms made one, no leading @, lower case. */
    static String key(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        String bare = plain.startsWith("@") ? plain.substring(1) : plain;
        // Upper case first: some letters have one capital and two small forms.
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
