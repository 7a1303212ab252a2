package org.ninetyten.edge.caller;

import static org.ninetyten.edge.caller.Role.ADMIN;
import static org.ninetyten.edge.caller.Role.AUDITOR;
import static org.ninetyten.edge.caller.Role.COMMS;
import static org.ninetyten.edge.caller.Role.OFFICER;
import static org.ninetyten.edge.caller.Role.STANDARDS;
import static org.ninetyten.edge.caller.Role.SUPERVISOR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which role may do what. What has no row here is not there for anyone. */
public final class AccessTable {

    /**
     * One command or query and who may give or ask it; officers on {@code ownRecord} rows only where {id} is theirs.
     *
     * @param bySecret whether the path itself is the credential, so that no role is asked for
     */
    public record Row(
            String method, PathPattern path, Set<Role> roles, boolean officersOnlyTheirOwn, boolean bySecret) {

        boolean allows(Caller caller, PathContainer requested) {
            return actingRole(caller, requested).isPresent();
        }

        /** The role in which the caller may do this; recorded with what they do. */
        Optional<Role> actingRole(Caller caller, PathContainer requested) {
            return caller.roles().stream()
                    .filter(roles::contains)
                    .filter(role -> role != OFFICER || !officersOnlyTheirOwn || isTheirOwn(caller, requested))
                    // An officer who is also, say, a supervisor acts in the role that carries the authority.
                    .max(Role::compareTo);
        }

        private boolean isTheirOwn(Caller caller, PathContainer requested) {
            var match = path.matchAndExtract(requested);
            return match != null
                    && caller.officerId() != null
                    && caller.officerId().equals(match.getUriVariables().get("id"));
        }
    }

    private static final PathPatternParser PATHS = new PathPatternParser();

    private static final Role[] EVERYONE = Role.values();

    // spotless:off
    private static final List<Row> ROWS = List.of(
            row("PUT",  "/api/officers/{id}",                             COMMS),
            row("POST", "/api/officers/{id}/details",                     COMMS),
            row("POST", "/api/officers/{id}/training",                    COMMS),
            own("POST", "/api/officers/{id}/acknowledgements",            OFFICER, COMMS),
            row("POST", "/api/officers/{id}/conversations",               SUPERVISOR),
            own("POST", "/api/officers/{id}/conversations/{conversationId}/actions/{n}/completion", OFFICER, SUPERVISOR),
            own("POST", "/api/officers/{id}/conversations/{conversationId}/notes", OFFICER),
            own("POST", "/api/officers/{id}/advice",                      OFFICER),
            row("POST", "/api/officers/{id}/advice/{adviceId}/reply",     SUPERVISOR, COMMS),
            own("POST", "/api/officers/{id}/advice/{adviceId}/outcome",   OFFICER),
            row("GET",  "/api/advice",                                    SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("POST", "/api/accounts/{id}/commendations",               SUPERVISOR, COMMS),
            row("POST", "/api/accounts/{id}/dip-samples",                 COMMS),
            row("POST", "/api/officers/{id}/check-ins",                   SUPERVISOR),
            row("POST", "/api/officers/{id}/leaving",                     COMMS),
            row("POST", "/api/officers/{id}/legal-holds",                 STANDARDS),
            row("POST", "/api/officers/{id}/legal-holds/{holdId}/lifting", STANDARDS),
            row("POST", "/api/officers/{id}/erasure",                     COMMS, STANDARDS),
            row("GET",  "/api/officers/{id}/erasure",                     COMMS, STANDARDS, AUDITOR),
            row("PUT",  "/api/accounts/{id}",                             OFFICER, SUPERVISOR, COMMS),
            row("POST", "/api/accounts/{id}/authorisation",               COMMS),
            row("POST", "/api/accounts/{id}/refusal",                     COMMS),
            row("POST", "/api/accounts/{id}/suspension",                  COMMS, STANDARDS),
            row("POST", "/api/accounts/{id}/reinstatement",               COMMS, STANDARDS),
            row("POST", "/api/accounts/{id}/closure",                     COMMS),
            row("POST", "/api/accounts/{id}/operators",                   COMMS),
            row("DELETE", "/api/accounts/{id}/operators/{officerId}",     COMMS),
            row("POST", "/api/accounts/{id}/purpose",                     COMMS),
            row("POST", "/api/accounts/{id}/transfer",                    COMMS),
            row("POST", "/api/accounts/{id}/reviews",                     COMMS),
            row("PUT",  "/api/policies/{id}",                             COMMS),
            row("POST", "/api/policies/{id}/revisions",                   COMMS),
            row("POST", "/api/policies/{id}/versions",                    COMMS),
            row("POST", "/api/policies/{id}/reviews",                     COMMS),
            row("POST", "/api/policies/{id}/withdrawal",                  COMMS),
            row("PUT",  "/api/transgressions/{id}",                       OFFICER, SUPERVISOR, COMMS, STANDARDS),
            row("POST", "/api/transgressions/{id}/assessment",            STANDARDS),
            row("POST", "/api/transgressions/{id}/notice",                SUPERVISOR, STANDARDS),
            row("POST", "/api/transgressions/{id}/answer",                OFFICER),
            row("POST", "/api/transgressions/{id}/completion",            SUPERVISOR, STANDARDS),
            row("POST", "/api/transgressions/{id}/review-request",        OFFICER, STANDARDS),
            row("POST", "/api/transgressions/{id}/review-decision",       STANDARDS),
            row("POST", "/api/transgressions/{id}/closure",               STANDARDS),
            row("POST", "/api/transgressions/{id}/withdrawal",            STANDARDS),
            row("POST", "/api/transgressions/{id}/reopening",             STANDARDS),
            row("POST", "/api/imports",                                   COMMS),
            row("GET",  "/api/imports",                                   COMMS, AUDITOR),
            row("GET",  "/api/imports/{id}",                              COMMS, AUDITOR),
            row("GET",  "/api/imports/{id}/lines",                        COMMS, AUDITOR),
            row("POST", "/api/imports/{id}/cancellation",                 COMMS),
            row("GET",  "/api/officers",                                  SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            own("GET",  "/api/officers/{id}",                             OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            own("GET",  "/api/officers/{id}/history",                     OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/accounts",                                  SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/accounts/{id}",                             SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/accounts/{id}/could-post",                  SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/accounts/{id}/history",                     SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/policies",                                  EVERYONE),
            row("GET",  "/api/policies/{id}",                             EVERYONE),
            row("GET",  "/api/policies/{id}/history",                     EVERYONE),
            row("GET",  "/api/policies/{id}/versions",                    EVERYONE),
            row("GET",  "/api/policies/{id}/versions/{n}",                EVERYONE),
            row("GET",  "/api/policies/{id}/versions/{n}/diff",           EVERYONE),
            row("GET",  "/api/policies/{id}/versions/{n}/acknowledgements", SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("POST", "/api/policies/{id}/versions/{n}/recommendation", OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/transgressions",                            SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/transgressions/{id}",                       OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/transgressions/{id}/history",               OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/transgressions/{id}/notice",                OFFICER, SUPERVISOR, STANDARDS, AUDITOR),
            row("GET",  "/api/transgressions/{id}/reflective-account",    OFFICER, SUPERVISOR),
            row("GET",  "/api/transgressions/{id}/bundle",                STANDARDS, AUDITOR),
            row("GET",  "/api/transgressions/{id}/similar-advice",        STANDARDS, AUDITOR),
            row("GET",  "/api/duties",                                    OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("POST", "/api/duties/calendar",                           SUPERVISOR, COMMS, STANDARDS),
            row("GET",  "/api/duties/calendar",                           SUPERVISOR, COMMS, STANDARDS),
            row("DELETE", "/api/duties/calendar/{id}",                    SUPERVISOR, COMMS, STANDARDS),
            bySecret("GET", "/api/duties/calendar/{secret}.ics"),
            row("GET",  "/api/overview",                                  SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/overview/entries",                          SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            row("POST", "/api/reassessments",                             COMMS, STANDARDS),
            row("GET",  "/api/reassessments",                             COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/reassessments/{id}",                        COMMS, STANDARDS, AUDITOR),
            row("GET",  "/api/reassessments/{id}/cases",                  COMMS, STANDARDS, AUDITOR),
            row("POST", "/api/reassessments/{id}/cancellation",           COMMS, STANDARDS),
            row("GET",  "/api/projections",                               ADMIN, AUDITOR),
            row("GET",  "/api/projections/{name}",                        ADMIN, AUDITOR),
            row("POST", "/api/projections/{name}/rebuild",                ADMIN),
            row("POST", "/api/projections/{name}/rebuild/cancellation",   ADMIN),
            row("POST", "/api/projections/{name}/verification",           ADMIN, AUDITOR),
            row("GET",  "/api/projections/{name}/verification",           ADMIN, AUDITOR),
            row("POST", "/api/projections/{name}/verification/cancellation", ADMIN, AUDITOR),
            row("POST", "/api/projections/{name}/dead-letters/retry",     ADMIN),
            row("POST", "/api/projections/{name}/dead-letters/{eventId}/retry", ADMIN),
            row("GET",  "/api/projections/{name}/dead-letters",           ADMIN, AUDITOR),
            row("GET",  "/actuator/prometheus",                           ADMIN));
    // spotless:on

    private AccessTable() {}

    /** The row for this request, if there is one. */
    public static Optional<Row> find(String method, PathContainer path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return ROWS.stream()
                .filter(row -> row.method().equals(asked) && row.path().matches(path))
                .findFirst();
    }

    /** The methods that the path has at all; empty for a path that is not there. */
    public static List<String> methodsOf(PathContainer path) {
        return ROWS.stream()
                .filter(row -> row.path().matches(path))
                .map(Row::method)
                .distinct()
                .toList();
    }

    public static List<Row> rows() {
        return ROWS;
    }

    private static Row row(String method, String path, Role... roles) {
        return new Row(method, PATHS.parse(path), EnumSet.copyOf(Arrays.asList(roles)), false, false);
    }

    private static Row own(String method, String path, Role... roles) {
        return new Row(method, PATHS.parse(path), EnumSet.copyOf(Arrays.asList(roles)), true, false);
    }

    private static Row bySecret(String method, String path) {
        return new Row(method, PATHS.parse(path), EnumSet.noneOf(Role.class), false, true);
    }
}
