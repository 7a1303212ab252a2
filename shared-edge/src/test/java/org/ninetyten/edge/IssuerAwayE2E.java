package org.ninetyten.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.ninetyten.edge.RawHttp.Answer;
import org.springframework.test.context.TestPropertySource;

/** An issuer that nobody can ask, from the start: what needs it not goes on. */
@TestPropertySource(properties = {"ninety-ten.oidc.issuer=http://127.0.0.1:1", "ninety-ten.oidc.audience=ninety-ten"})
class IssuerAwayE2E extends OverHttp {

    @Test
    void aTokenThatNobodyCanJudgeIsForLater() throws IOException {
        String token =
                RealIssuer.signed(new JWTClaimsSet.Builder().subject("amina").build(), RealIssuer.newKey());

        Answer answer = send(get("/api/officers/amina/history").bearing(token));

        assertProblem(answer, 503);
        assertThat(answer.code()).isEqualTo("issuer-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void passwordsAndHealthDoNotNeedTheIssuer() throws IOException {
        assertThat(send(get("/api/officers/amina/history").as("comms")).status())
                .isEqualTo(200);
        assertThat(send(get("/actuator/health")).status()).isEqualTo(200);
    }
}
