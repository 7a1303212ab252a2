package org.ninetyten.edge.accesslog;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Which queries tell of persons, and by what kind of subject: each of the access table is in one of these two. */
final class PersonalReads {

    static final String OFFICER = "officer";
    static final String TRANSGRESSION = "transgression";

    /** Path to the kind of what {@code {id}} names, or of what is listed. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            entry("/api/access-log", "access-log"),
            entry("/api/accounts", "accounts"),
            entry("/api/accounts/{id}", "account"),
            entry("/api/accounts/{id}/could-post", "account"),
            entry("/api/accounts/{id}/history", "account"),
            entry("/api/advice", "advice"),
            entry("/api/duties", "duties"),
            entry("/api/duties/calendar/{secret}.ics", "duties"),
            entry("/api/imports/{id}", "import"),
            entry("/api/imports/{id}/lines", "import"),
            entry("/api/officers", "officers"),
            entry("/api/officers/{id}", OFFICER),
            entry("/api/officers/{id}/erasure", OFFICER),
            entry("/api/officers/{id}/history", OFFICER),
            entry("/api/overview/entries", "overview"),
            entry("/api/policies/{id}/versions/{n}/acknowledgements", "acknowledgements"),
            entry("/api/projections/{name}/dead-letters", "dead-letters"),
            entry("/api/reassessments/{id}/cases", "reassessment"),
            entry("/api/transgressions", "transgressions"),
            entry("/api/transgressions/{id}", TRANSGRESSION),
            entry("/api/transgressions/{id}/bundle", TRANSGRESSION),
            entry("/api/transgressions/{id}/history", TRANSGRESSION),
            entry("/api/transgressions/{id}/notice", TRANSGRESSION),
            entry("/api/transgressions/{id}/reflective-account", TRANSGRESSION),
            entry("/api/transgressions/{id}/similar-advice", TRANSGRESSION));

    /** Policies, figures that withhold what few people make up, one's own calendars, and how the service does. */
    static final Set<String> OF_NOBODY = Set.of(
            "/actuator/prometheus",
            "/api/duties/calendar",
            "/api/imports",
            "/api/overview",
            "/api/policies",
            "/api/policies/{id}",
            "/api/policies/{id}/history",
            "/api/policies/{id}/versions",
            "/api/policies/{id}/versions/{n}",
            "/api/policies/{id}/versions/{n}/diff",
            "/api/projections",
            "/api/projections/{name}",
            "/api/projections/{name}/verification",
            "/api/reassessments",
            "/api/reassessments/{id}");

    private PersonalReads() {}

    /** What has no declaration is taken to concern persons: rather a line too many. */
    static boolean isPersonal(String pattern) {
        return !OF_NOBODY.contains(pattern);
    }

    static boolean isDeclared(String pattern) {
        return KINDS.containsKey(pattern) != OF_NOBODY.contains(pattern);
    }

    static String kindOf(String pattern) {
        return KINDS.getOrDefault(pattern, "other");
    }
}
