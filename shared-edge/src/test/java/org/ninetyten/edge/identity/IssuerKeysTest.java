package org.ninetyten.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ninetyten.edge.RealIssuer;

class IssuerKeysTest {

    private static final RSAKey FIRST = RealIssuer.newKey();
    private static final RSAKey SECOND = RealIssuer.newKey();

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    private JWKSet published = new JWKSet(FIRST);
    private boolean away;
    private int fetches;

    private final IssuerKeys keys = new IssuerKeys(this::fetch, Duration.ofMinutes(5), Duration.ofHours(1), clock);

    @Test
    void nothingIsAskedBeforeTheFirstToken() {
        assertThat(fetches).isZero();
    }

    @Test
    void keysAreFetchedOnceAndAgainWhenTheyAreOld() throws KeySourceException {
        assertThat(found(FIRST)).hasSize(1);
        assertThat(found(FIRST)).hasSize(1);
        assertThat(fetches).isEqualTo(1);

        now = now.plus(Duration.ofMinutes(6));
        assertThat(found(FIRST)).hasSize(1);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void aNewKeyIsFetchedWhenItIsFirstNamed() throws KeySourceException {
        found(FIRST);
        published = new JWKSet(SECOND);
        now = now.plusSeconds(3);

        assertThat(found(SECOND)).hasSize(1);
        assertThat(found(FIRST)).isEmpty();
    }

    @Test
    void aWithdrawnKeyIsGoodNoLongerThanKeysAreKept() throws KeySourceException {
        found(FIRST);
        published = new JWKSet(SECOND);

        now = now.plus(Duration.ofMinutes(5));
        assertThat(found(FIRST)).hasSize(1);
        now = now.plusSeconds(1);
        assertThat(found(FIRST)).isEmpty();
    }

    @Test
    void whoMakesUpNamesOfKeysMakesTheIssuerNoWork() throws KeySourceException {
        found(FIRST);
        for (int i = 0; i < 100; i++) {
            assertThat(found(SECOND)).isEmpty();
        }

        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void whileTheIssuerIsAwayKnownKeysAreGoodForAWhileAndOthersForLater() throws KeySourceException {
        found(FIRST);
        away = true;

        now = now.plus(Duration.ofMinutes(59));
        assertThat(found(FIRST)).hasSize(1);
        assertForLater(SECOND);
        now = now.plus(Duration.ofMinutes(2));
        assertForLater(FIRST);

        away = false;
        now = now.plusSeconds(3);
        assertThat(found(FIRST)).hasSize(1);
        assertThat(found(SECOND)).isEmpty();
    }

    @Test
    void anIssuerThatIsAwayIsNotAskedAgainByEachRequest() {
        away = true;
        for (int i = 0; i < 100; i++) {
            assertForLater(FIRST);
        }

        assertThat(fetches).isEqualTo(1);
    }

    private void assertForLater(RSAKey key) {
        assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> found(key));
    }

    private List<JWK> found(RSAKey key) throws KeySourceException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        return keys.get(new JWKSelector(Objects.requireNonNull(JWKMatcher.forJWSHeader(header))), null);
    }

    private JWKSet fetch() throws IOException {
        fetches++;
        if (away) {
            throw new IOException("away");
        }
        return published;
    }
}
