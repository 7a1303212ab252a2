package org.ninetyten.edge.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ninetyten.edge.caller.Role;

/** For whom a request is answered that carries no credentials but a secret address. */
public record OnBehalf(String callerId, Role role) {

    private static final String ATTRIBUTE = OnBehalf.class.getName();

    /** Notes that the request is this person's. */
    public static void of(HttpServletRequest request, String callerId, Role role) {
        request.setAttribute(ATTRIBUTE, new OnBehalf(callerId, role));
    }

    static Optional<OnBehalf> in(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof OnBehalf somebody ? Optional.of(somebody) : Optional.empty();
    }
}
