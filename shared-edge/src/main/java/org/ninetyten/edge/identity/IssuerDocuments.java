package org.ninetyten.edge.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the issuer publishes: where its keys are, and the keys. */
final class IssuerDocuments implements IssuerKeys.Origin {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 2_000;
    private static final int LARGEST_BYTES = 256 * 1024;

    private final URI issuer;
    private final @Nullable URI jwkSetUri;
    private final ResourceRetriever documents =
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_BYTES);

    /** @param jwkSetUri where the keys are; when absent, where the issuer's configuration says */
    IssuerDocuments(URI issuer, @Nullable URI jwkSetUri) {
        this.issuer = issuer;
        this.jwkSetUri = jwkSetUri;
    }

    @Override
    public JWKSet fetch() throws IOException, ParseException {
        URI keys = jwkSetUri == null || jwkSetUri.toString().isEmpty() ? discovered() : jwkSetUri;
        return JWKSet.parse(documents.retrieveResource(keys.toURL()).getContent());
    }

    private URI discovered() throws IOException, ParseException {
        String base = issuer.toString().replaceAll("/$", "");
        URI address = URI.create(base + "/.well-known/openid-configuration");
        Map<String, Object> configuration = JSONObjectUtils.parse(
                documents.retrieveResource(address.toURL()).getContent());
        if (!issuer.toString().equals(configuration.get("issuer"))) {
            throw new IOException("What stands at " + address + " is the configuration of another issuer");
        }
        URI keys = JSONObjectUtils.getURI(configuration, "jwks_uri");
        if (keys == null) {
            throw new IOException("The issuer's configuration names no jwks_uri");
        }
        if (issuer.getScheme().equals("https") && !"https".equals(keys.getScheme())) {
            throw new IOException("The issuer's jwks_uri is not https");
        }
        return keys;
    }
}
