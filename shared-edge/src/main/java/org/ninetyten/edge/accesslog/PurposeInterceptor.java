package org.ninetyten.edge.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.ninetyten.edge.caller.AccessTable;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.pattern.PathPattern;

/**
 * An auditor says what for before they read of anybody, and so does whoever reads a restricted case; what anyone says
 * has to be something that can be kept.
 */
final class PurposeInterceptor implements HandlerInterceptor {

    private final List<RestrictedReads> restricted;

    PurposeInterceptor(List<RestrictedReads> restricted) {
        this.restricted = List.copyOf(restricted);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        AccessTable.find(request.getMethod(), path)
                .filter(row -> row.method().equals("GET"))
                .map(AccessTable.Row::path)
                .filter(pattern -> PersonalReads.isPersonal(pattern.getPatternString()))
                .ifPresent(pattern -> check(request, pattern, path));
        return true;
    }

    private void check(HttpServletRequest request, PathPattern pattern, PathContainer path) {
        if (Callers.ifActing(request).equals(Optional.of(Role.AUDITOR)) || isOfRestrictedCase(pattern, path)) {
            Purposes.require(request);
        } else {
            Purposes.of(request);
        }
    }

    private boolean isOfRestrictedCase(PathPattern pattern, PathContainer path) {
        if (!PersonalReads.kindOf(pattern.getPatternString()).equals(PersonalReads.TRANSGRESSION)) {
            return false;
        }
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        String id = match == null ? null : match.getUriVariables().get("id");
        return id != null && restricted.stream().anyMatch(reads -> reads.needPurpose(Callers.current(), id));
    }
}
