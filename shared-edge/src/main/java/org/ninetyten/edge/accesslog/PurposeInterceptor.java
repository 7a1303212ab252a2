package org.ninetyten.edge.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ninetyten.edge.caller.AccessTable;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/** An auditor says what for before they read of anybody; what anyone says has to be something that can be kept. */
final class PurposeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean personal = AccessTable.find(request.getMethod(), PathContainer.parsePath(request.getRequestURI()))
                .filter(row -> row.method().equals("GET"))
                .filter(row -> PersonalReads.isPersonal(row.path().getPatternString()))
                .isPresent();
        if (personal && Callers.ifActing(request).equals(Optional.of(Role.AUDITOR))) {
            Purposes.require(request);
        } else if (personal) {
            Purposes.of(request);
        }
        return true;
    }
}
