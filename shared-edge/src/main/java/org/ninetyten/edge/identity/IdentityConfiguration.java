package org.ninetyten.edge.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.ninetyten.edge.caller.CredentialsRefusedException;
import org.ninetyten.edge.http.Problems;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Bearer tokens beside HTTP Basic, where an issuer is configured. Nothing is asked of it before a token comes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcProperties.class)
public class IdentityConfiguration {

    /** Signatures by a key that only the issuer has. Not HMAC: who checks one could make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final String BEARER = "bearer";

    /** Plain, or as RFC 9068 has it. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    @Bean
    Customizer<HttpSecurity> bearerTokens(OidcProperties properties, Problems problems, Clock clock) {
        if (!properties.takesTokens()) {
            return http -> {};
        }
        properties.requireComplete();
        ProviderManager manager =
                new ProviderManager(new TokenProvider(decoder(properties, clock), new TokenCallers(properties)));
        return http -> http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.authenticationManager(manager))
                .authenticationEntryPoint((request, response, e) -> {
                    if (e instanceof CredentialsRefusedException refused) {
                        refused.tell(problems, request, response);
                    } else {
                        problems.tokenRefused(request, response);
                    }
                }));
    }

    /** Only where tokens are taken: the document promises no way in that there is not. One way or the other is enough. */
    @Bean
    OpenApiCustomizer bearerScheme(OidcProperties properties) {
        return document -> {
            if (properties.takesTokens()) {
                document.getComponents().addSecuritySchemes(BEARER, tokensOf(properties));
                document.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
        };
    }

    private static SecurityScheme tokensOf(OidcProperties properties) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .bearerFormat("JWT")
                .description("Access token of the OpenID Connect issuer %s for the audience %s (docs/identity.md)."
                        .formatted(properties.issuer(), properties.audience()));
    }

    private static NimbusJwtDecoder decoder(OidcProperties properties, Clock clock) {
        var documents = new IssuerDocuments(Objects.requireNonNull(properties.issuer()), properties.jwkSetUri());
        var keys = new IssuerKeys(documents, properties.keysKeptFor(), properties.keysKeptWhileAway(), clock);
        var tokens = new DefaultJWTProcessor<>();
        tokens.setJWSTypeVerifier(TYPES);
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        tokens.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(tokens);
        decoder.setJwtValidator(validator(properties, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(OidcProperties properties, Clock clock) {
        var times = new JwtTimestampValidator(properties.clockSkew());
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtIssuerValidator(String.valueOf(properties.issuer())),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(properties.audience())));
    }
}
