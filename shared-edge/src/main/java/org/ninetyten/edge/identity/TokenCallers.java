package org.ninetyten.edge.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.ActorId;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.http.PlainText;
import org.ninetyten.edge.identity.OidcProperties.Client;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who a token says is calling. */
final class TokenCallers {

    private static final Pattern OFFICER_ID = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int LONGEST_UNIT = 200;

    /** How issuers say which client a token was given to. */
    private static final List<String> CLIENT_CLAIMS = List.of("client_id", "azp", "cid");

    private final OidcProperties properties;

    TokenCallers(OidcProperties properties) {
        this.properties = properties;
    }

    /** @throws BadJwtException when it names nobody that could be recorded as having done something */
    Caller of(Jwt token) {
        String id = text(token, properties.claims().actorId());
        if (id == null || !ActorId.isUsable(id)) {
            throw new BadJwtException("The token names no actor that could be recorded");
        }
        String officerId = text(token, properties.claims().officerId());
        if (officerId != null && !OFFICER_ID.matcher(officerId).matches()) {
            throw new BadJwtException("The token's officer id is none");
        }
        String unit = text(token, properties.claims().unit());
        if (unit != null && !PlainText.isPlain(unit, LONGEST_UNIT)) {
            throw new BadJwtException("The token's unit is none");
        }
        Client client = clientOf(token);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(rolesByClaim(token));
        if (client != null) {
            roles.addAll(client.roles());
        }
        return new Caller(id, roles, officerId, unit == null && client != null ? client.unit() : unit);
    }

    private List<Role> rolesByClaim(Jwt token) {
        List<String> named = texts(claim(token.getClaims(), properties.claims().roles()));
        return Arrays.stream(Role.values())
                .filter(role -> named.stream().anyMatch(namesOf(role)::contains))
                .toList();
    }

    private Set<String> namesOf(Role role) {
        return properties.roleNames().getOrDefault(role, Set.of(role.name()));
    }

    /** Only of a token that a client got for itself: a person who came through the client is not the client. */
    private @Nullable Client clientOf(Jwt token) {
        return properties.clients().stream()
                .filter(client -> isItsOwn(token, client.id()))
                .findFirst()
                .orElse(null);
    }

    /** Its subject is the client (RFC 9068), or what Keycloak calls the client as a user; nothing says another client. */
    private static boolean isItsOwn(Jwt token, String clientId) {
        boolean named = clientId.equals(token.getSubject())
                || ("service-account-" + clientId).equals(token.getClaims().get("preferred_username"));
        return named
                && CLIENT_CLAIMS.stream()
                        .map(token.getClaims()::get)
                        .allMatch(client -> client == null || client.equals(clientId));
    }

    private static @Nullable String text(Jwt token, String path) {
        Object value = claim(token.getClaims(), path);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new BadJwtException("A claim that should be text is not");
    }

    /** One text is a list of names with spaces between, as scopes are written. */
    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .toList();
        }
        return value instanceof String text ? Stream.of(text.split(" ", -1)).toList() : List.of();
    }

    private static @Nullable Object claim(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, path.substring(dot + 1))
                : null;
    }
}
