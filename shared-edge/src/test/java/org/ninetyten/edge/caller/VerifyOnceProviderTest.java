package org.ninetyten.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.caller.UserProperties.ServiceUser;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class VerifyOnceProviderTest {

    private static final String DEMO_PASSWORD = "ninety-ten-demo";

    private final CountingEncoder passwords = new CountingEncoder();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final VerifyOnceProvider provider = new VerifyOnceProvider(
            new KnownUsers(new UserProperties(true, List.of(service("hr-feed", "right"), service("monitor", "other")))),
            passwords,
            new WrongPasswords(
                    new SignInProperties(5, 30, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(30)),
                    clock));

    @BeforeEach
    void forgetTheChecksOfTheStart() {
        passwords.checks.set(0);
    }

    @Test
    void theRightPasswordIsCheckedOnceAndThenRemembered() {
        for (int i = 0; i < 5; i++) {
            assertThat(authenticate("hr-feed", "right", "192.0.2.7").getPrincipal())
                    .isEqualTo(new Caller("hr-feed", Set.of(Role.COMMS), null, null));
        }

        assertThat(passwords.checks).hasValue(1);
    }

    @Test
    void aWrongPasswordIsCheckedAndRefusedEveryTimeAlsoAfterTheRightOne() {
        authenticate("hr-feed", "right", "192.0.2.7");
        passwords.checks.set(0);

        for (int i = 0; i < 3; i++) {
            assertRefused("hr-feed", "wrong", "192.0.2.7");
        }

        assertThat(passwords.checks).hasValue(3);
    }

    @Test
    void whatIsRememberedOfOneUserOpensNothingForAnother() {
        authenticate("hr-feed", "right", "192.0.2.7");

        assertRefused("monitor", "right", "192.0.2.7");
    }

    @Test
    void anUnknownNameTakesACheckTooSoThatTheTimeTellsNothing() {
        assertRefused("nobody-here", "right", "192.0.2.7");
        assertThat(passwords.checks).hasValue(1);

        assertRefused("nobody-here", "nobody", "192.0.2.7");
        assertThat(passwords.checks).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1"})
    void theDemosPeopleComeInFromThisMachine(String address) {
        assertThat(authenticate("amina", DEMO_PASSWORD, address).isAuthenticated())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.7", "10.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "0.0.0.0", "1.127.0.0"})
    void theDemosPeopleDoNotComeInFromElsewhereEvenWhileTheyAreRememberedHere(String address) {
        authenticate("amina", DEMO_PASSWORD, "127.0.0.1");
        passwords.checks.set(0);

        assertRefused("amina", DEMO_PASSWORD, address);

        assertThat(passwords.checks).as("as long as for anyone unknown").hasValue(1);
    }

    @Test
    void theDemosPeopleDoNotComeInWhereTheAddressIsNotKnown() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> provider.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("amina", DEMO_PASSWORD)));
    }

    @Test
    void aPasswordOfAnyLengthIsRefusedLikeAnyOther() {
        assertRefused("hr-feed", "x".repeat(100_000), "192.0.2.7");
        assertRefused("hr-feed", "", "192.0.2.7");
        assertRefused("hr-feed", null, "192.0.2.7");
    }

    @Test
    void whoeverIsLetInCarriesNoPasswordAlong() {
        assertThat(authenticate("hr-feed", "right", "192.0.2.7").getCredentials())
                .isNull();
    }

    @Test
    void whoGuessesWaitsLongerEachTimeAndTheRightPasswordIsNotTakenMeanwhile() {
        for (int i = 0; i < 5; i++) {
            assertRefused("hr-feed", "wrong", "192.0.2." + i);
        }
        for (int wait : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
            passwords.checks.set(0);
            assertWaits("hr-feed", "right", "192.0.2.200");
            now = now.plusSeconds(wait).minusMillis(1);
            assertWaits("hr-feed", "right", "192.0.2.200");
            assertThat(passwords.checks).as("no password is looked at").hasValue(0);
            now = now.plusMillis(1);
            assertRefused("hr-feed", "wrong", "192.0.2.201");
        }
        now = now.plusSeconds(300);
        assertThat(authenticate("hr-feed", "right", "192.0.2.200").isAuthenticated())
                .isTrue();
    }

    @Test
    void aNameThatIsNotThereIsClosedLikeOneThatIs() {
        for (int i = 0; i < 5; i++) {
            assertRefused("nobody-here", "wrong", "192.0.2." + i);
        }

        assertWaits("nobody-here", "wrong", "192.0.2.200");
    }

    @Test
    void theRightPasswordEndsTheCountOfItsName() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertRefused("hr-feed", "wrong", "192.0.2." + i);
            }
            authenticate("hr-feed", "right", "192.0.2.7");
        }
    }

    @Test
    void whoTriesManyNamesFromOneAddressWaitsToo() {
        authenticate("hr-feed", "right", "2001:db8:1:2::7");
        for (int i = 0; i < 30; i++) {
            assertRefused("name-" + i, "wrong", "2001:db8:1:2::" + i);
        }

        assertWaits("hr-feed", "right", "2001:db8:1:2:ffff::1");
        assertThat(authenticate("hr-feed", "right", "2001:db8:1:3::1").isAuthenticated())
                .isTrue();
    }

    private void assertWaits(String name, String password, String address) {
        assertThatExceptionOfType(CredentialsRefusedException.class)
                .isThrownBy(() -> authenticate(name, password, address));
    }

    private Authentication authenticate(String name, @Nullable String password, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        token.setDetails(new WebAuthenticationDetails(request));
        return provider.authenticate(token);
    }

    private void assertRefused(String name, @Nullable String password, String address) {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> authenticate(name, password, address))
                .withMessage("Unknown user or wrong password");
    }

    private ServiceUser service(String name, String password) {
        return new ServiceUser(
                name, Objects.requireNonNull(passwords.encode(password)), Set.of(Role.COMMS), null, null);
    }

    /** Real bcrypt, as cheap as it goes, counted. */
    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        private final AtomicInteger checks = new AtomicInteger();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            checks.incrementAndGet();
            return bcrypt.matches(password, hash);
        }
    }
}
