package org.ninetyten.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

/** The access table against {@code access-table.txt}, which is written for an inspector to read. */
class AccessTableTest {

    /** A line of {@code access-table.txt}: {@code POST /api/…: OFFICER (own record), COMMS; unless restricted}. */
    private record Line(String method, String path, List<String> who, boolean unlessRestricted) {

        static Line parse(String line) {
            int space = line.indexOf(' ');
            int colon = line.indexOf(": ");
            return new Line(
                    line.substring(0, space),
                    line.substring(space, colon).strip(),
                    List.of(line.substring(colon + 2)
                            .replace("; unless restricted", "")
                            .split(", ")),
                    line.endsWith("; unless restricted"));
        }

        boolean allows(Role role) {
            return who.stream().anyMatch(one -> one.equals(role.name()) || one.startsWith(role.name() + " ("));
        }

        boolean allowsOnlyTheirOwn(Role role) {
            return who.contains(role.name() + " (own record)");
        }

        PathContainer about(String id) {
            return PathContainer.parsePath(path.replace("{id}", id).replaceAll("\\{\\w+}", "7"));
        }

        @Override
        public String toString() {
            return method + " " + path + ": " + String.join(", ", who)
                    + (unlessRestricted ? "; unless restricted" : "");
        }
    }

    @Test
    void theTableIsWhatTheInspectorReads() {
        assertThat(AccessTable.rows().stream().map(AccessTableTest::described))
                .as("access-table.txt has one line for each row of the access table, in whatever order")
                .containsExactlyInAnyOrderElementsOf(lines().map(Line::toString).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachRowLetsInWhomItNamesAndNobodyElse() {
        return lines().map(line -> dynamicTest(line.toString(), () -> {
            for (Role role : Role.values()) {
                assertThat(isLetIn(caller(role, "amina"), line, "amina"))
                        .as("%s about themselves", role)
                        .isEqualTo(line.allows(role));
                assertThat(isLetIn(caller(role, "ben"), line, "amina"))
                        .as("%s about another", role)
                        .isEqualTo(line.allows(role) && !line.allowsOnlyTheirOwn(role));
                assertThat(isLetIn(caller(role, null), line, "amina"))
                        .as("%s who is no officer", role)
                        .isEqualTo(line.allows(role) && !line.allowsOnlyTheirOwn(role));
            }
            Set<Role> wrong = Arrays.stream(Role.values())
                    .filter(role -> !line.allows(role))
                    .collect(Collectors.toSet());
            assertThat(isLetIn(new Caller("amina", wrong, "amina", "harbour"), line, "amina"))
                    .as("who has every role but the right ones: %s", wrong)
                    .isFalse();
        }));
    }

    @Test
    void anOfficerReachesTheirOwnRecordByAnySpellingOfItAndNoOther() {
        Line history = Line.parse("GET /api/officers/{id}/history: OFFICER (own record)");

        assertThat(isLetIn(caller(Role.OFFICER, "amina"), history, "%61mina")).isTrue();
        for (String other : List.of("ben", "amina%2F..%2Fben", "AMINA", "amina%20", "amin", "aminaa", "%00amina")) {
            assertThat(isLetIn(caller(Role.OFFICER, "amina"), history, other))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void whoHasTwoRolesActsInTheOneThatCarriesTheAuthority() {
        var both = new Caller("comms", Set.of(Role.OFFICER, Role.COMMS), "amina", null);
        PathContainer own = path("/api/officers/amina/acknowledgements");
        PathContainer another = path("/api/officers/ben/acknowledgements");
        AccessTable.Row row = AccessTable.find("POST", own).orElseThrow();

        assertThat(row.actingRole(both, own)).contains(Role.COMMS);
        assertThat(row.actingRole(both, another)).contains(Role.COMMS);
        assertThat(row.actingRole(caller(Role.OFFICER, "amina"), own)).contains(Role.OFFICER);
    }

    @Test
    void whatACallersRolesGrantAddsUp() {
        PathContainer path = path("/api/officers/amina");
        AccessTable.Row row = AccessTable.find("GET", path).orElseThrow();
        var sergeantAmina = new Caller("amina", Set.of(Role.OFFICER, Role.SUPERVISOR), "amina", "harbour");
        var without = new Caller("sergeant", Set.of(Role.SUPERVISOR), null, null);

        Scope scope = row.scope(sergeantAmina, path);
        assertThat(scope.covers("amina", "town")).isTrue();
        assertThat(scope.covers("ben", "harbour")).isTrue();
        assertThat(scope.covers("ben", "town")).isFalse();
        assertThat(scope.covers(null, null)).isFalse();
        assertThat(row.scope(without, path).covers("ben", null)).isFalse();
        assertThat(row.scope(caller(Role.STANDARDS, null), path).covers(null, null))
                .isTrue();
        var both = new Caller("both", Set.of(Role.SUPERVISOR, Role.COMMS), null, "harbour");
        assertThat(row.scope(both, path).covers("ben", "town")).isTrue();
    }

    @Test
    void askingForTheHeadIsAskingForTheThing() {
        PathContainer path = path("/api/officers/amina");

        assertThat(AccessTable.find("HEAD", path)).isPresent().isEqualTo(AccessTable.find("GET", path));
        assertThat(AccessTable.find("HEAD", path("/api/officers/amina/training")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /api",
        "GET, /api/",
        "GET, /api/officers/",
        "GET, /api/officers/amina/",
        "GET, /api/officers/amina/secrets",
        "GET, /api//officers",
        "GET, /API/officers",
        "GET, /actuator/env",
        "DELETE, /api/officers/amina",
        "PATCH, /api/officers/amina",
        "OPTIONS, /api/officers",
        "get, /api/officers",
    })
    void whatHasNoRowIsNotThereForAnyone(String method, String path) {
        assertThat(AccessTable.find(method, path(path))).isEmpty();
    }

    @Test
    void aPathTellsTheMethodsItHas() {
        assertThat(AccessTable.methodsOf(path("/api/officers/amina"))).containsExactlyInAnyOrder("PUT", "GET");
        assertThat(AccessTable.methodsOf(path("/api/nothing"))).isEmpty();
    }

    @Test
    void noRowIsHiddenByAnother() {
        assertThat(AccessTable.rows().stream().map(row -> row.method() + " " + row.path()))
                .doesNotHaveDuplicates();
        assertThat(AccessTable.rows()).allSatisfy(row -> {
            PathContainer path = path(row.path().getPatternString().replaceAll("\\{\\w+}", "7"));
            assertThat(AccessTable.find(row.method(), path)).contains(row);
        });
    }

    private static boolean isLetIn(Caller caller, Line line, String id) {
        PathContainer path = line.about(id);
        return AccessTable.find(line.method(), path)
                .map(row -> row.allows(caller, path))
                .orElse(false);
    }

    private static String described(AccessTable.Row row) {
        String who = row.grants().stream().map(AccessTableTest::described).collect(Collectors.joining(", "));
        boolean restricts =
                !row.bySecret() && row.grants().stream().allMatch(grant -> grant.has(Limit.UNLESS_RESTRICTED));
        return row.method() + " " + row.path().getPatternString() + ": "
                + (row.bySecret() ? "whoever has the secret" : who) + (restricts ? "; unless restricted" : "");
    }

    private static String described(Grant grant) {
        String limits = grant.limits().stream()
                .filter(limit -> limit != Limit.UNLESS_RESTRICTED)
                .map(Limit::toString)
                .sorted()
                .collect(Collectors.joining(" and "));
        return grant.role() + (limits.isEmpty() ? "" : " (" + limits + ")");
    }

    private static Caller caller(Role role, @Nullable String officerId) {
        return new Caller("someone", Set.of(role), officerId, null);
    }

    private static PathContainer path(String path) {
        return PathContainer.parsePath(path);
    }

    private static Stream<Line> lines() {
        try (InputStream file = AccessTableTest.class.getResourceAsStream("/access-table.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::parse)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
