package org.ninetyten.edge.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/** A version as an entity tag: {@code "7"}. */
public final class VersionTag {

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"(\\d{1,18})\"\\s*");

    private VersionTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** @throws Refusal {@code invalid} for anything but one version in quotes */
    public static long parse(String ifMatch) {
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Refusal.invalid(
                    "invalid",
                    "If-Match takes one version in double quotes, as the ETag gave it.",
                    Violation.ofParameter("If-Match", "must be a version such as \"7\""));
        }
        return Long.parseLong(tag.group(1));
    }
}
