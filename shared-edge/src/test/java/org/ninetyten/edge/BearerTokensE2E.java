package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.RawHttp.Answer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Callers by the tokens of a real issuer: let in as by a password, and refused whatever is not quite right about them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BearerTokensE2E extends OverHttp {

    private static final RealIssuer ISSUER = new RealIssuer(Map.of(
            "hr-feed", Map.of("realm_access", Map.of("roles", List.of("force-comms", "something-else"))),
            "intranet", Map.of(),
            "stranger", Map.of("roles", List.of("COMMS")),
            "aminas-phone",
                    Map.of(
                            "sub", "amina.khan@force.example",
                            "officer_id", "amina",
                            "unit", "harbour",
                            "realm_access", Map.of("roles", List.of("OFFICER")))));

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry properties) {
        properties.add("ninety-ten.oidc.issuer", ISSUER::address);
        properties.add("ninety-ten.oidc.audience", () -> RealIssuer.AUDIENCE);
        properties.add("ninety-ten.oidc.claims.roles", () -> "realm_access.roles");
        properties.add("ninety-ten.oidc.role-names.comms", () -> "force-comms,force-press");
        properties.add("ninety-ten.oidc.clients[0].id", () -> "intranet");
        properties.add("ninety-ten.oidc.clients[0].roles", () -> "SUPERVISOR");
        properties.add("ninety-ten.oidc.clients[0].unit", () -> "harbour");
    }

    @AfterAll
    void stop() {
        ISSUER.close();
    }

    @Test
    void anOfficerIsWhomTheirTokenNames() throws IOException {
        Answer answer = send(get("/api/officers/amina/history").bearing(ISSUER.tokenOf("aminas-phone")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("id").asString()).isEqualTo("amina.khan@force.example");
        assertThat(answer.json().path("officerId").asString()).isEqualTo("amina");
        assertThat(answer.json().path("unit").asString()).isEqualTo("harbour");
        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"OFFICER\"]");
        assertThat(send(get("/api/officers/ben/history").bearing(ISSUER.tokenOf("aminas-phone")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aServiceUserHasTheRolesThatTheIssuerGivesIt() throws IOException {
        Answer answer = send(get("/api/officers/amina/history").bearing(ISSUER.tokenOf("hr-feed")));

        assertThat(answer.json().path("id").asString()).isEqualTo("hr-feed");
        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"COMMS\"]");
    }

    @Test
    void aServiceUserHasTheRolesThatAreConfiguredForIt() throws IOException {
        Answer answer = send(get("/api/officers/amina/history").bearing(ISSUER.tokenOf("intranet")));

        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"SUPERVISOR\"]");
        assertThat(answer.json().path("unit").asString()).isEqualTo("harbour");
    }

    @Test
    void aPersonWhoComesThroughAServiceUserIsNotTheServiceUser() throws IOException {
        String token = ISSUER.signed(ISSUER.goodClaims()
                .claim("client_id", "intranet")
                .claim("azp", "intranet")
                .build());

        assertThat(send(get("/api/officers/amina/history").bearing(token)).status())
                .isEqualTo(403);
    }

    @Test
    void aTokenWithoutAnyOfOurRolesIsKnownAndMayDoNothing() throws IOException {
        Answer answer = send(get("/api/officers/amina/history").bearing(ISSUER.tokenOf("stranger")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("forbidden");
    }

    Stream<String> tokensThatAreNotGood() throws JOSEException {
        Date past = Date.from(Instant.now().minusSeconds(120));
        Date longAgo = Date.from(Instant.now().minusSeconds(600));
        Date future = Date.from(Instant.now().plusSeconds(120));
        JWTClaimsSet good = comms().build();
        var hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ISSUER.key().getKeyID())
                        .build(),
                good);
        hmac.sign(new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded()));
        String real = ISSUER.signed(good);
        String[] parts = real.split("\\.", -1);
        return Stream.of(
                ISSUER.signed(comms().issueTime(longAgo).expirationTime(past).build()),
                ISSUER.signed(comms().expirationTime(null).build()),
                ISSUER.signed(comms().notBeforeTime(future).build()),
                ISSUER.signed(comms().issuer("http://localhost:1").build()),
                ISSUER.signed(comms().issuer(null).build()),
                ISSUER.signed(comms().audience("another-service").build()),
                ISSUER.signed(comms().audience((String) null).build()),
                ISSUER.signed(comms().subject(null).build()),
                ISSUER.signed(comms().subject(" ").build()),
                ISSUER.signed(comms().subject("a\nb").build()),
                ISSUER.signed(comms().subject("a\u202eb").build()),
                ISSUER.signed(comms().subject("x".repeat(129)).build()),
                ISSUER.signed(comms().claim("officer_id", "Amina Khan").build()),
                ISSUER.signed(comms().claim("officer_id", 7).build()),
                ISSUER.signed(comms().claim("unit", "a\u0000b").build()),
                new PlainJWT(good).serialize(),
                hmac.serialize(),
                RealIssuer.signed(good, RealIssuer.newKey()),
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA",
                parts[0] + ".e30." + parts[2],
                "a.b.c",
                "x",
                "..",
                "eyJhbGciOiJub25lIn0.e30.");
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNotGood")
    void whateverIsWrongWithATokenItIsRefusedAndNothingIsToldOfWhy(String token) throws IOException {
        Answer answer = send(get("/api/officers/amina/history").bearing(token));

        assertTokenRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer \u00e9", "bearer !!", "Bearer =", "Token x"})
    void whatIsNoTokenAtAllIsRefusedToo(String header) throws IOException {
        Answer answer = send(get("/api/officers/amina/history").header("Authorization", header));

        assertThat(answer.status()).isEqualTo(401);
        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isNotNull();
    }

    @Test
    void whoSendsNothingIsToldOfBothWays() throws IOException {
        Answer answer = send(get("/api/officers/amina/history"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get("WWW-Authenticate"))
                .containsExactly("Basic realm=\"ninety-ten\", charset=\"UTF-8\"", "Bearer realm=\"ninety-ten\"");
    }

    @Test
    void aTokenInTheAddressIsNotLookedAt() throws IOException {
        Answer answer = send(get("/api/officers/amina/history?access_token=" + ISSUER.tokenOf("hr-feed")));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aPasswordOpensTheDoorBesideTokens() throws IOException {
        assertThat(send(get("/api/officers/amina/history").as("comms")).status())
                .isEqualTo(200);
    }

    @Test
    void theDocumentSaysThatTokensAreTakenAndWhose() throws IOException {
        JsonNode document = send(get("/v3/api-docs")).json();

        JsonNode bearer = document.at("/components/securitySchemes/bearer");
        assertThat(bearer.path("type").asString()).isEqualTo("http");
        assertThat(bearer.path("scheme").asString()).isEqualTo("bearer");
        assertThat(bearer.path("bearerFormat").asString()).isEqualTo("JWT");
        assertThat(bearer.path("description").asString()).contains(ISSUER.address(), RealIssuer.AUDIENCE);
        assertThat(document.path("security").toString()).isEqualTo("[{\"basic\":[]},{\"bearer\":[]}]");
    }

    @Test
    void aWithdrawnKeyOpensNothingAndTheNewOneDoes() throws IOException {
        String old = ISSUER.tokenOf("hr-feed");
        assertThat(send(get("/api/officers/amina/history").bearing(old)).status())
                .isEqualTo(200);

        ISSUER.rotateKey();
        String fresh = ISSUER.tokenOf("hr-feed");

        // Not at once only where keys were fetched in the last two seconds.
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        send(get("/api/officers/amina/history").bearing(fresh)).status() == 200);
        assertTokenRefused(send(get("/api/officers/amina/history").bearing(old)));
    }

    private static JWTClaimsSet.Builder comms() {
        return ISSUER.goodClaims().claim("realm_access", Map.of("roles", List.of("force-comms")));
    }

    private static void assertTokenRefused(Answer answer) {
        assertProblem(answer, 401);
        assertThat(answer.code()).isEqualTo("token-refused");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ").contains("error=\"invalid_token\"");
    }
}
