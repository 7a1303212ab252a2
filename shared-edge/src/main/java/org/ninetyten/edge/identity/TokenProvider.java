package org.ninetyten.edge.identity;

import java.util.List;
import org.ninetyten.edge.caller.CredentialsRefusedException;
import org.ninetyten.edge.http.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Takes a bearer token for the caller that it names, from where on nothing tells them from one who sent a password. */
final class TokenProvider implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(TokenProvider.class);

    private final JwtDecoder tokens;
    private final TokenCallers callers;

    TokenProvider(JwtDecoder tokens, TokenCallers callers) {
        this.tokens = tokens;
        this.callers = callers;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        try {
            String token = ((BearerTokenAuthenticationToken) request).getToken();
            return UsernamePasswordAuthenticationToken.authenticated(callers.of(tokens.decode(token)), null, List.of());
        } catch (BadJwtException e) {
            log.debug("A token is refused: {}", e.getMessage());
            throw new CredentialsRefusedException("The token is refused", Problems::tokenRefused);
        } catch (JwtException e) {
            throw new CredentialsRefusedException("The issuer is away", Problems::issuerAway);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
