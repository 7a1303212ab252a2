package org.ninetyten.edge.caller;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.edge.caller.UserProperties.ServiceUser;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class KnownUsersTest {

    private static final BCryptPasswordEncoder PASSWORDS = new BCryptPasswordEncoder(4);
    private static final String HASH = Objects.requireNonNull(PASSWORDS.encode("secret"));

    @Test
    void aServiceUserIsKnownFromEverywhere() {
        KnownUsers users = new KnownUsers(
                new UserProperties(false, List.of(new ServiceUser("hr-feed", HASH, Set.of(Role.COMMS), null, "hq"))));

        assertThat(users.named("hr-feed"))
                .contains(new KnownUsers.KnownUser(new Caller("hr-feed", Set.of(Role.COMMS), null, "hq"), HASH, false));
    }

    @Test
    void theDemosPeopleAreKnownWithTheDemoOnOnlyAndOnThisMachineOnly() {
        List<String> people = List.of("amina", "ben", "sergeant", "comms", "standards", "reviewer", "auditor", "admin");
        KnownUsers on = new KnownUsers(new UserProperties(true, List.of()));
        KnownUsers off = new KnownUsers(new UserProperties(false, List.of()));

        assertThat(people).allSatisfy(name -> {
            assertThat(on.named(name)).hasValueSatisfying(user -> {
                assertThat(user.loopbackOnly()).isTrue();
                assertThat(user.caller().unit()).isEqualTo("harbour");
                assertThat(user.caller().officerId())
                        .isEqualTo(user.caller().roles().contains(Role.OFFICER) ? name : null);
                assertThat(PASSWORDS.matches("ninety-ten-demo", user.passwordHash()))
                        .isTrue();
            });
            assertThat(off.named(name)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-secret",
                "",
                "{noop}secret",
                "{bcrypt}$2a$10$abcdefghijklmnopqrstuuMaKbB1Wm3qnS6Z5Q9q9oYyq1v9p7m2K",
                "$2y$99$abcdefghijklmnopqrstuuMaKbB1Wm3qnS6Z5Q9q9oYyq1v9p7m2K",
                "$argon2id$v=19$m=16384,t=2,p=1$c2FsdA$aGFzaA"
            })
    void aPasswordThatIsNotABcryptHashStopsTheStartAndIsNotRepeated(String hash) {
        start(List.of(new ServiceUser("hr-feed", hash, Set.of(Role.COMMS), null, null)))
                .withMessageContaining("service user hr-feed is not a bcrypt hash")
                .withMessageContaining("htpasswd")
                .extracting(Throwable::getMessage, as(STRING))
                .doesNotContain(hash.isEmpty() ? "nothing to repeat" : hash);
    }

    @Test
    void twoUsersOfOneNameStopTheStart() {
        ServiceUser user = new ServiceUser("hr-feed", HASH, Set.of(Role.COMMS), null, null);

        start(List.of(user, user)).withMessage("Two users are called hr-feed");
    }

    @Test
    void aServiceUserWithTheNameOfOneOfTheDemosPeopleStopsTheStart() {
        ServiceUser amina = new ServiceUser("amina", HASH, Set.of(Role.ADMIN), null, null);

        assertThatIllegalStateException()
                .isThrownBy(() -> new KnownUsers(new UserProperties(true, List.of(amina))))
                .withMessage("Two users are called amina");
    }

    @Test
    void whatTheConfigurationLeavesOutIsNamed() {
        context("ninety-ten.service-users[0].password-hash=" + HASH, "ninety-ten.service-users[0].roles=COMMS")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("has no name"));
        context("ninety-ten.service-users[0].name=hr-feed", "ninety-ten.service-users[0].password-hash=" + HASH)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("hr-feed has no roles"));
        context("ninety-ten.service-users[0].name=hr-feed", "ninety-ten.service-users[0].roles=COMMS")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("hr-feed is not a bcrypt hash"));
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<IllegalStateException> start(
            List<ServiceUser> users) {
        return assertThatIllegalStateException().isThrownBy(() -> new KnownUsers(new UserProperties(false, users)));
    }

    private static ApplicationContextRunner context(String... properties) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Users.class)
                .withPropertyValues(Arrays.copyOf(properties, properties.length));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UserProperties.class)
    static class Users {
        @Bean
        KnownUsers knownUsers(UserProperties properties) {
            return new KnownUsers(properties);
        }
    }
}
