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

    private final KnownUsers users;
    private final PasswordEncoder passwords;
    private final String hashOfNobody;
    private final SecretKeySpec digestKey = newKey();
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(REMEMBERED_AT_MOST)
            .build();

    VerifyOnceProvider(KnownUsers users, PasswordEncoder passwords) {
        this.users = users;
        this.passwords = passwords;
        this.hashOfNobody = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        String password = String.valueOf(request.getCredentials());
        KnownUsers.KnownUser user = users.named(name)
                .filter(known -> !known.loopbackOnly() || isFromLoopback(request))
                .orElse(null);
        if (user == null) {
            // As long as for a wrong password, so that the time taken does not tell which names exist.
            passwords.matches(password, hashOfNobody);
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        if (!isRight(name, password, user.passwordHash())) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user.caller(), null, List.of());
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

    private static boolean isFromLoopback(Authentication request) {
        if (!(request.getDetails() instanceof WebAuthenticationDetails details)) {
            return false;
        }
        try {
            // An address, never a name: nothing is looked up.
            return InetAddress.getByName(details.getRemoteAddress()).isLoopbackAddress();
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
