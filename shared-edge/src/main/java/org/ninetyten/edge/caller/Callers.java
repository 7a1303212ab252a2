package org.ninetyten.edge.caller;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request being answered. */
public final class Callers {

    static final String ACTING_ROLE = Callers.class.getName() + ".actingRole";

    private Callers() {}

    /** @throws IllegalStateException outside a request that was let in */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            throw new IllegalStateException("No caller: this runs only inside a request that was let in");
        }
        return caller;
    }

    /** The role in which {@link AccessTable} let the request in. */
    public static Role actingRole(HttpServletRequest request) {
        if (request.getAttribute(ACTING_ROLE) instanceof Role role) {
            return role;
        }
        throw new IllegalStateException("No acting role: the request was not let in through the access table");
    }
}
