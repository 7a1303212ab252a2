package org.ninetyten.edge.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The caller of the request being answered. */
public final class Callers {

    static final String ACTING_ROLE = Callers.class.getName() + ".actingRole";
    static final String SCOPE = Callers.class.getName() + ".scope";

    private Callers() {}

    /** @throws IllegalStateException outside a request that was let in */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
            throw new IllegalStateException("No caller: this runs only inside a request that was let in");
        }
        return caller;
    }

    /** Whoever calls, let in or not; nobody where no credentials came or none that are good. */
    public static Optional<Caller> ifKnown() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** The role in which the request was let in, if it was. */
    public static Optional<Role> ifActing(HttpServletRequest request) {
        return request.getAttribute(ACTING_ROLE) instanceof Role role ? Optional.of(role) : Optional.empty();
    }

    /** The role in which {@link AccessTable} let the request in. */
    public static Role actingRole(HttpServletRequest request) {
        if (request.getAttribute(ACTING_ROLE) instanceof Role role) {
            return role;
        }
        throw new IllegalStateException("No acting role: the request was not let in through the access table");
    }

    /** Whom the request being answered may be about, by the {@link AccessTable}. */
    public static Scope scope() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        if (request.getAttribute(SCOPE, RequestAttributes.SCOPE_REQUEST) instanceof Scope scope) {
            return scope;
        }
        throw new IllegalStateException("No scope: the request was not let in through the access table");
    }
}
