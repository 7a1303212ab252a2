package org.ninetyten.edge.caller;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The users this process knows: the configured service users, and the demo's people where the demo is on. */
final class KnownUsers {

    private static final String DEMO_PASSWORD = "ninety-ten-demo";

    /** Everybody may read it: nothing is gained by making each guess at it dear, at every start of a demo. */
    private static final int DEMO_STRENGTH = 4;

    private static final String DEMO_UNIT = "harbour";
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./0-9A-Za-z]{53}");

    /** @param loopbackOnly whether this user exists only for callers on this very machine */
    record KnownUser(Caller caller, String passwordHash, boolean loopbackOnly) {}

    private final Map<String, KnownUser> users;

    KnownUsers(UserProperties properties) {
        Map<String, KnownUser> known = new HashMap<>();
        if (properties.demo()) {
            addDemoPeople(known, new BCryptPasswordEncoder(DEMO_STRENGTH).encode(DEMO_PASSWORD));
        }
        for (UserProperties.ServiceUser user : properties.serviceUsers()) {
            requireComplete(user);
            Caller caller = new Caller(user.name(), user.roles(), user.officerId(), user.unit());
            if (known.put(user.name(), new KnownUser(caller, user.passwordHash(), false)) != null) {
                throw new IllegalStateException("Two users are called " + user.name());
            }
        }
        this.users = Collections.unmodifiableMap(known);
    }

    Optional<KnownUser> named(String name) {
        return Optional.ofNullable(users.get(name));
    }

    /** What is missing in a configuration is null here, whatever the record declares. */
    @SuppressWarnings("NullAway")
    private static void requireComplete(UserProperties.ServiceUser user) {
        if (user.name() == null || user.name().isBlank()) {
            throw new IllegalStateException("A service user has no name (ninety-ten.service-users[].name)");
        }
        if (user.roles() == null || user.roles().isEmpty()) {
            throw new IllegalStateException("Service user " + user.name() + " has no roles, so it could do nothing");
        }
        if (user.passwordHash() == null || !BCRYPT.matcher(user.passwordHash()).matches()) {
            throw new IllegalStateException("The password-hash of service user " + user.name()
                    + " is not a bcrypt hash (make one with: htpasswd -nBC 10 \"\")");
        }
    }

    private static void addDemoPeople(Map<String, KnownUser> known, String passwordHash) {
        Map<String, Role> people = Map.of(
                "amina", Role.OFFICER,
                "ben", Role.OFFICER,
                "sergeant", Role.SUPERVISOR,
                "comms", Role.COMMS,
                "standards", Role.STANDARDS,
                "reviewer", Role.STANDARDS,
                "auditor", Role.AUDITOR,
                "admin", Role.ADMIN);
        people.forEach((name, role) -> {
            String officerId = role == Role.OFFICER ? name : null;
            Caller caller = new Caller(name, Set.of(role), officerId, DEMO_UNIT);
            known.put(name, new KnownUser(caller, passwordHash, true));
        });
    }
}
