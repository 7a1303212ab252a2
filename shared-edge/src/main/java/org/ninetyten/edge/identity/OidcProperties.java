package org.ninetyten.edge.identity;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose bearer tokens are taken, and how they are read.
 *
 * @param issuer as it stands in {@code iss}; without one no token is taken
 * @param jwkSetUri where its keys are; when absent, where its {@code /.well-known/openid-configuration} says
 * @param audience what must stand in {@code aud}
 * @param clockSkew by how much the issuer's clock may be ahead or behind
 * @param keysKeptFor how long keys are used before they are fetched again; a key that the issuer has withdrawn is good
 *     for so long at most
 * @param keysKeptWhileAway how long they are used when they cannot be fetched again
 * @param roleNames what the issuer calls our roles, where it does not call them as we do
 * @param clients service users that get tokens by client credentials and whose roles the issuer does not know
 */
@ConfigurationProperties("ninety-ten.oidc")
record OidcProperties(
        @Nullable URI issuer,
        @Nullable URI jwkSetUri,
        @Nullable String audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("5m") Duration keysKeptFor,
        @DefaultValue("1h") Duration keysKeptWhileAway,
        @DefaultValue Claims claims,
        @DefaultValue Map<Role, Set<String>> roleNames,
        @DefaultValue List<Client> clients) {

    /** In which claims it stands: a claim of that very name, or else a path through objects, such as {@code a.b}. */
    record Claims(
            @DefaultValue("roles") String roles,
            @DefaultValue("unit") String unit,
            @DefaultValue("officer_id") String officerId,
            @DefaultValue("sub") String actorId) {}

    record Client(String id, Set<Role> roles, @Nullable String unit) {}

    /** A variable that is set to nothing, as in a Compose file, is no issuer. */
    boolean takesTokens() {
        return issuer != null && !issuer.toString().isEmpty();
    }

    /** @throws IllegalStateException at the start rather than at the first token */
    @SuppressWarnings("NullAway") // What is missing in a configuration is null here, whatever the record declares.
    void requireComplete() {
        requireSafe("issuer", issuer);
        if (jwkSetUri != null && !jwkSetUri.toString().isEmpty()) {
            requireSafe("jwk-set-uri", jwkSetUri);
        }
        if (audience == null || audience.isBlank()) {
            throw new IllegalStateException("ninety-ten.oidc.audience is not set: without it every token that the"
                    + " issuer gave to anyone, for whatever service, would be taken here");
        }
        for (Client client : clients) {
            if (client.id() == null || client.id().isBlank() || client.roles() == null) {
                throw new IllegalStateException("ninety-ten.oidc.clients[] need an id and roles");
            }
        }
    }

    /** Keys that come in clear from another machine may be anyone's. */
    private static void requireSafe(String name, URI uri) {
        boolean safe = "https".equals(uri.getScheme())
                ? uri.getHost() != null
                : "http".equals(uri.getScheme()) && uri.getHost() != null && isThisMachine(uri.getHost());
        if (!safe) {
            throw new IllegalStateException(
                    "ninety-ten.oidc." + name + " must be an https address, or http on this very machine");
        }
    }

    private static boolean isThisMachine(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        boolean isAnAddress = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return isAnAddress && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
