package org.ninetyten.edge.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/** Where a page starts, opaque to clients. */
public final class Cursor {

    private static final String PREFIX = "after:";

    private Cursor() {}

    static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key to start after; empty for the first page. */
    public static String textOf(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX) && text.indexOf('\0') < 0) {
                return text.substring(PREFIX.length());
            }
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
        throw notOurs();
    }

    /** The position to start after; 0 for the first page. */
    public static long positionOf(@Nullable String cursor) {
        String text = textOf(cursor);
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    /** The refusal of a cursor that this service never gave. */
    public static Refusal notOurs() {
        return Refusal.invalid(
                "invalid",
                "The cursor is not one that this service gave.",
                Violation.ofParameter("cursor", "must be the nextCursor of the page before"));
    }
}
