package org.ninetyten.edge.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a name and password against bcrypt once, and remembers that they were right for a few minutes: bcrypt on
 * every request would cap the service at some tens of requests a second. What is remembered is a keyed digest, with a
 * key that lives and dies with this process.
 */
final class VerifyOnceProvider implements AuthenticationProvider {

    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);
    private static final int REMEMBERED_AT_MOST = 10_000;

    /** What no address is; the empty text would be taken for this machine's. */
    private static final String UNKNOWN = "unknown address";

    private final KnownUsers users;
    private final PasswordEncoder passwords;
    private final WrongPasswords wrongPasswords;
    private final String hashOfNobody;
    private final SecretKeySpec digestKey = newKey();
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(REMEMBERED_AT_MOST)
            .build();

    VerifyOnceProvider(KnownUsers users, PasswordEncoder passwords, WrongPasswords wrongPasswords) {
        this.users = users;
        this.passwords = passwords;
        this.wrongPasswords = wrongPasswords;
        this.hashOfNobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        String password = String.valueOf(request.getCredentials());
        String address = addressOf(request);
        requireNoWait(name, address);
        Optional<Caller> caller = verified(name, password, address);
        // Once more: of many guesses at once, those after the first few are not answered, even the right one.
        requireNoWait(name, address);
        if (caller.isEmpty()) {
            wrongPasswords.wrong(name, address);
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        wrongPasswords.right(name);
        return UsernamePasswordAuthenticationToken.authenticated(caller.get(), null, List.of());
    }

    private Optional<Caller> verified(String name, String password, String address) {
        Optional<KnownUsers.KnownUser> user =
                users.named(name).filter(known -> !known.loopbackOnly() || isLoopback(address));
        if (user.isEmpty()) {
            // As long as for a wrong password, so that the time taken does not tell which names exist.
            passwords.matches(password, hashOfNobody);
        }
        return user.filter(known -> isRight(name, password, known.passwordHash()))
                .map(KnownUsers.KnownUser::caller);
    }

    /** Not by making them wait here: threads are few, and guesses are not. */
    private void requireNoWait(String name, String address) {
        Duration wait = wrongPasswords.waitFor(name, address);
        if (wait.isPositive()) {
            throw new CredentialsRefusedException(
                    "Too many wrong passwords",
                    (problems, request, response) -> problems.tooManyAttempts(request, response, wait));
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean isRight(String name, String password, String hash) {
        String digest = digest(name, password);
        if (verified.getIfPresent(digest) != null) {
            return true;
        }
        boolean right = passwords.matches(password, hash);
        if (right) {
            verified.put(digest, true);
        }
        return right;
    }

    private static String addressOf(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : UNKNOWN;
    }

    private static boolean isLoopback(String address) {
        try {
            // An address, never a name: nothing is looked up.
            return !address.equals(UNKNOWN) && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private String digest(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java runtime", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }
}
