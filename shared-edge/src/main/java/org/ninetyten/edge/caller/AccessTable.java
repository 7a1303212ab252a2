package org.ninetyten.edge.caller;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role may do what, and about whom: the one place that decides. What has no row here is not there for anyone. The
 * limits ({@link Limit}) are applied where the data is: by the queries in what they read and count, by the command side
 * before a command reaches what it is about.
 */
public final class AccessTable {

    /**
     * One command or query and who may give or ask it.
     *
     * @param bySecret whether the path itself is the credential, so that no role is asked for; it stands for its owner
     */
    public record Row(String method, PathPattern path, List<Grant> grants, boolean bySecret) {

        public Set<Role> roles() {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            grants.forEach(grant -> roles.add(grant.role()));
            return roles;
        }

        boolean allows(Caller caller, PathContainer requested) {
            return actingRole(caller, requested).isPresent();
        }

        /** The role in which the caller may do this; recorded with what they do. */
        Optional<Role> actingRole(Caller caller, PathContainer requested) {
            // An officer who is also, say, a supervisor acts in the role that carries the authority.
            return held(caller, requested).map(Grant::role).max(Role::compareTo);
        }

        /** Whom it may be about. */
        Scope scope(Caller caller, PathContainer requested) {
            return Scope.of(caller, held(caller, requested).toList());
        }

        private Stream<Grant> held(Caller caller, PathContainer requested) {
            return grants.stream()
                    .filter(grant -> caller.roles().contains(grant.role()))
                    .filter(grant -> !grant.has(Limit.OWN_RECORD) || isTheirOwn(caller, requested));
        }

        private boolean isTheirOwn(Caller caller, PathContainer requested) {
            var match = path.matchAndExtract(requested);
            return match != null
                    && caller.officerId() != null
                    && caller.officerId().equals(match.getUriVariables().get("id"));
        }
    }

    private static final PathPatternParser PATHS = new PathPatternParser();

    private static final Grant OFFICER = Grant.to(Role.OFFICER);
    private static final Grant SUPERVISOR = Grant.to(Role.SUPERVISOR);
    private static final Grant COMMS = Grant.to(Role.COMMS);
    private static final Grant STANDARDS = Grant.to(Role.STANDARDS);
    private static final Grant AUDITOR = Grant.to(Role.AUDITOR);
    private static final Grant ADMIN = Grant.to(Role.ADMIN);

    private static final Grant[] EVERYONE = {OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR, ADMIN};

    // spotless:off
    private static final List<Row> ROWS = List.of(
            row("PUT",     "/api/officers/{id}",                              COMMS),
            row("POST",    "/api/officers/{id}/details",                      COMMS),
            row("POST",    "/api/officers/{id}/training",                     COMMS),
            row("POST",    "/api/officers/{id}/acknowledgements",             ownRecord(OFFICER), COMMS),
            cases("POST",  "/api/officers/{id}/conversations",                ownUnit(SUPERVISOR)),
            cases("POST",  "/api/officers/{id}/conversations/{conversationId}/actions/{n}/completion", ownRecord(OFFICER), ownUnit(SUPERVISOR)),
            cases("POST",  "/api/officers/{id}/conversations/{conversationId}/notes", ownRecord(OFFICER)),
            row("POST",    "/api/officers/{id}/advice",                       ownRecord(OFFICER)),
            row("POST",    "/api/officers/{id}/advice/{adviceId}/reply",      ownUnit(SUPERVISOR), COMMS),
            row("POST",    "/api/officers/{id}/advice/{adviceId}/outcome",    ownRecord(OFFICER)),
            row("GET",     "/api/advice",                                     ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            row("POST",    "/api/accounts/{id}/commendations",                ownUnit(SUPERVISOR), COMMS),
            row("POST",    "/api/accounts/{id}/dip-samples",                  COMMS),
            row("POST",    "/api/officers/{id}/check-ins",                    ownUnit(SUPERVISOR)),
            row("POST",    "/api/officers/{id}/leaving",                      COMMS),
            row("POST",    "/api/officers/{id}/legal-holds",                  STANDARDS),
            row("POST",    "/api/officers/{id}/legal-holds/{holdId}/lifting", STANDARDS),
            row("POST",    "/api/officers/{id}/erasure",                      COMMS, STANDARDS),
            row("GET",     "/api/officers/{id}/erasure",                      COMMS, STANDARDS, AUDITOR),
            row("PUT",     "/api/accounts/{id}",                              own(OFFICER), ownUnit(SUPERVISOR), COMMS),
            row("POST",    "/api/accounts/{id}/authorisation",                COMMS),
            row("POST",    "/api/accounts/{id}/refusal",                      COMMS),
            row("POST",    "/api/accounts/{id}/suspension",                   COMMS, STANDARDS),
            row("POST",    "/api/accounts/{id}/reinstatement",                COMMS, STANDARDS),
            row("POST",    "/api/accounts/{id}/closure",                      COMMS),
            row("POST",    "/api/accounts/{id}/operators",                    COMMS),
            row("DELETE",  "/api/accounts/{id}/operators/{officerId}",        COMMS),
            row("POST",    "/api/accounts/{id}/purpose",                      COMMS),
            row("POST",    "/api/accounts/{id}/transfer",                     COMMS),
            row("POST",    "/api/accounts/{id}/reviews",                      COMMS),
            row("PUT",     "/api/policies/{id}",                              COMMS),
            row("POST",    "/api/policies/{id}/revisions",                    COMMS),
            row("POST",    "/api/policies/{id}/versions",                     COMMS),
            row("POST",    "/api/policies/{id}/reviews",                      COMMS),
            row("POST",    "/api/policies/{id}/withdrawal",                   COMMS),
            cases("PUT",   "/api/transgressions/{id}",                        own(OFFICER), ownUnit(SUPERVISOR), COMMS, STANDARDS),
            cases("POST",  "/api/transgressions/{id}/assessment",             STANDARDS),
            cases("POST",  "/api/transgressions/{id}/notice",                 ownUnit(SUPERVISOR), STANDARDS),
            cases("POST",  "/api/transgressions/{id}/answer",                 ownCase(OFFICER)),
            cases("POST",  "/api/transgressions/{id}/completion",             ownUnit(SUPERVISOR), STANDARDS),
            cases("POST",  "/api/transgressions/{id}/review-request",         ownCase(OFFICER), STANDARDS),
            cases("POST",  "/api/transgressions/{id}/review-decision",        STANDARDS),
            cases("POST",  "/api/transgressions/{id}/closure",                STANDARDS),
            cases("POST",  "/api/transgressions/{id}/withdrawal",             STANDARDS),
            cases("POST",  "/api/transgressions/{id}/reopening",              STANDARDS),
            cases("POST",  "/api/transgressions/{id}/restriction",            STANDARDS),
            row("POST",    "/api/imports",                                    COMMS),
            row("GET",     "/api/imports",                                    COMMS, AUDITOR),
            row("GET",     "/api/imports/{id}",                               COMMS, AUDITOR),
            row("GET",     "/api/imports/{id}/lines",                         COMMS, AUDITOR),
            row("POST",    "/api/imports/{id}/cancellation",                  COMMS),
            cases("GET",   "/api/officers",                                   ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/officers/{id}",                              ownRecord(OFFICER), ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/officers/{id}/history",                      ownRecord(OFFICER), ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/accounts",                                   ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/accounts/{id}",                              ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/accounts/{id}/could-post",                   ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/accounts/{id}/history",                      ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            row("GET",     "/api/policies",                                   EVERYONE),
            row("GET",     "/api/policies/{id}",                              EVERYONE),
            row("GET",     "/api/policies/{id}/history",                      EVERYONE),
            row("GET",     "/api/policies/{id}/versions",                     EVERYONE),
            row("GET",     "/api/policies/{id}/versions/{n}",                 EVERYONE),
            row("GET",     "/api/policies/{id}/versions/{n}/diff",            EVERYONE),
            row("GET",     "/api/policies/{id}/versions/{n}/acknowledgements", ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            row("POST",    "/api/policies/{id}/versions/{n}/recommendation",  OFFICER, SUPERVISOR, COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/transgressions",                             ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/transgressions/{id}",                        ownCase(OFFICER), ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/transgressions/{id}/history",                ownCase(OFFICER), ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/transgressions/{id}/notice",                 ownCase(OFFICER), ownUnit(SUPERVISOR), STANDARDS, AUDITOR),
            cases("GET",   "/api/transgressions/{id}/reflective-account",     ownCase(OFFICER), ownUnit(SUPERVISOR)),
            cases("GET",   "/api/transgressions/{id}/bundle",                 STANDARDS, AUDITOR),
            cases("GET",   "/api/transgressions/{id}/similar-advice",         STANDARDS, AUDITOR),
            cases("GET",   "/api/duties",                                     own(OFFICER), ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            row("POST",    "/api/duties/calendar",                            ownUnit(SUPERVISOR), COMMS, STANDARDS),
            row("GET",     "/api/duties/calendar",                            SUPERVISOR, COMMS, STANDARDS),
            row("DELETE",  "/api/duties/calendar/{id}",                       SUPERVISOR, COMMS, STANDARDS),
            bySecret("GET", "/api/duties/calendar/{secret}.ics"),
            cases("GET",   "/api/overview",                                   ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/overview/entries",                           ownUnit(SUPERVISOR), COMMS, STANDARDS, AUDITOR),
            cases("POST",  "/api/reassessments",                              COMMS, STANDARDS),
            cases("GET",   "/api/reassessments",                              COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/reassessments/{id}",                         COMMS, STANDARDS, AUDITOR),
            cases("GET",   "/api/reassessments/{id}/cases",                   COMMS, STANDARDS, AUDITOR),
            cases("POST",  "/api/reassessments/{id}/cancellation",            COMMS, STANDARDS),
            row("GET",     "/api/projections",                                ADMIN, AUDITOR),
            row("GET",     "/api/projections/{name}",                         ADMIN, AUDITOR),
            row("POST",    "/api/projections/{name}/rebuild",                 ADMIN),
            row("POST",    "/api/projections/{name}/rebuild/cancellation",    ADMIN),
            row("POST",    "/api/projections/{name}/verification",            ADMIN, AUDITOR),
            row("GET",     "/api/projections/{name}/verification",            ADMIN, AUDITOR),
            row("POST",    "/api/projections/{name}/verification/cancellation", ADMIN, AUDITOR),
            row("POST",    "/api/projections/{name}/dead-letters/retry",      ADMIN),
            row("POST",    "/api/projections/{name}/dead-letters/{eventId}/retry", ADMIN),
            row("GET",     "/api/projections/{name}/dead-letters",            ADMIN, AUDITOR),
            row("GET",     "/api/access-log",                                 own(OFFICER), AUDITOR),
            row("GET",     "/actuator/prometheus",                            ADMIN));
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

    private static Row row(String method, String path, Grant... grants) {
        return new Row(method, PATHS.parse(path), List.of(grants), false);
    }

    /** One that tells of cases among other things, or is about one. */
    private static Row cases(String method, String path, Grant... grants) {
        return new Row(
                method,
                PATHS.parse(path),
                Arrays.stream(grants)
                        .map(grant -> grant.within(Limit.UNLESS_RESTRICTED))
                        .toList(),
                false);
    }

    private static Row bySecret(String method, String path) {
        return new Row(method, PATHS.parse(path), List.of(), true);
    }

    private static Grant ownRecord(Grant grant) {
        return grant.within(Limit.OWN_RECORD);
    }

    private static Grant own(Grant grant) {
        return grant.within(Limit.OWN);
    }

    private static Grant ownCase(Grant grant) {
        return grant.within(Limit.OWN_CASE_ONCE_TOLD);
    }

    private static Grant ownUnit(Grant grant) {
        return grant.within(Limit.OWN_UNIT);
    }
}
