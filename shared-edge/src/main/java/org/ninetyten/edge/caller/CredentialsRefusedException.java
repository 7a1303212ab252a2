package org.ninetyten.edge.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ninetyten.edge.http.Problems;
import org.springframework.security.core.AuthenticationException;

/** Credentials are not taken, for a reason that whoever sent them is told in an answer of its own. */
public final class CredentialsRefusedException extends AuthenticationException {

    /** How it is told. */
    @FunctionalInterface
    public interface Telling {
        void tell(Problems problems, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private static final long serialVersionUID = 1;

    private final transient Telling telling;

    public CredentialsRefusedException(String message, Telling telling) {
        super(message);
        this.telling = telling;
    }

    public void tell(Problems problems, HttpServletRequest request, HttpServletResponse response) throws IOException {
        telling.tell(problems, request, response);
    }
}
