package org.ninetyten.events.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SealedIdsTest {

    @Test
    void theKeysOfSealedTextsAreFoundAndNothingElseIs() {
        byte[] json = """
                {"name":"\\u000112:abc","topics":["\\u000112:x","\\u00013:"],"plain":"u0001 9:","cut":"\\u00014"}""".getBytes(UTF_8);

        assertThat(SealedIds.in(List.of(json, "{}".getBytes(UTF_8), new byte[0])))
                .containsExactlyInAnyOrder(12L, 3L);
    }
}
