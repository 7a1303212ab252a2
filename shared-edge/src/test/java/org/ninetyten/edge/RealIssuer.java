package org.ninetyten.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect issuer in this process: Spring Authorization Server, with a key that a test may replace. */
public final class RealIssuer implements AutoCloseable {

    public static final String AUDIENCE = "ninety-ten";

    private static final String SECRET = "a-secret-of-the-test";

    private volatile RSAKey key = newKey();
    private final ConfigurableApplicationContext running;
    private final int port;

    /** @param claims what stands in the tokens of each client, by its id */
    public RealIssuer(Map<String, Map<String, Object>> claims) {
        running = new SpringApplicationBuilder(Server.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("issuerKeys", keys());
                    context.getBeanFactory().registerSingleton("registeredClients", clients(claims));
                    context.getBeanFactory().registerSingleton("tokenClaims", new TokenClaims(claims));
                })
                .properties("server.port=0", "spring.main.banner-mode=off")
                .run();
        port = Objects.requireNonNull(running.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** What the client gets at the token endpoint. */
    public String tokenOf(String client) {
        try {
            RawHttp.Answer answer = RawHttp.request("POST", "/oauth2/token")
                    .host("localhost:" + port)
                    .as(client, SECRET + client)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body("grant_type=client_credentials".getBytes(US_ASCII))
                    .send(port);
            String token = JsonMapper.shared()
                    .readTree(answer.body())
                    .path("access_token")
                    .asString("");
            if (token.isEmpty()) {
                throw new IllegalStateException("No token: " + answer);
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Claims of a token that would be good. */
    public JWTClaimsSet.Builder goodClaims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(AUDIENCE)
                .subject("someone")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("roles", List.of("COMMS"));
    }

    /** Signed with the issuer's very own key, whatever it says. */
    public String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    public static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey key() {
        return key;
    }

    /** From now on the old one is gone. */
    public void rotateKey() {
        key = newKey();
    }

    @Override
    public void close() {
        running.close();
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWKSource<SecurityContext> keys() {
        return (selector, context) -> selector.select(new JWKSet(key));
    }

    private static RegisteredClientRepository clients(Map<String, Map<String, Object>> claims) {
        return new InMemoryRegisteredClientRepository(claims.keySet().stream()
                .map(id -> RegisteredClient.withId(id)
                        .clientId(id)
                        .clientSecret("{noop}" + SECRET + id)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build())
                .toList());
    }

    private record TokenClaims(Map<String, Map<String, Object>> byClient) {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {

        @Bean
        SecurityFilterChain authorizationServer(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }

        @Bean
        JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(TokenClaims claims) {
            return context -> context.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claims(all -> all.putAll(claims.byClient()
                            .getOrDefault(context.getRegisteredClient().getClientId(), Map.of())));
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
