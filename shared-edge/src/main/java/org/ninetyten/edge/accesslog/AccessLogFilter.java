package org.ninetyten.edge.accesslog;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.AccessTable;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Callers;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.http.Correlation;
import org.ninetyten.edge.http.Problems;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/** Notes each read that concerns persons, answered or refused; answers none of which no note could be kept. */
final class AccessLogFilter extends OncePerRequestFilter {

    /** Of which there is nothing to tell: nobody knows who it was, or nothing was looked at. */
    private static final Set<Integer> NOT_READS = Set.of(401, 429);

    private static final int LONGEST_FILTERS = 1_000;
    private static final int LONGEST_ID = 100;

    private final AccessLogWriter writer;
    private final Problems problems;
    private final Clock clock;

    AccessLogFilter(AccessLogWriter writer, Problems problems, Clock clock) {
        this.writer = writer;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        Optional<AccessTable.Row> row = AccessTable.find(request.getMethod(), path)
                .filter(found -> found.method().equals("GET"))
                .filter(found -> PersonalReads.isPersonal(found.path().getPatternString()));
        if (row.isEmpty() || (!row.get().bySecret() && Callers.ifKnown().isEmpty())) {
            chain.doFilter(request, response);
        } else if (writer.takePlace()) {
            answerAndNote(row.get().path(), path, request, response, chain);
        } else {
            problems.accessLogFull(request, response);
        }
    }

    private void answerAndNote(
            PathPattern pattern,
            PathContainer path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = Callers.ifKnown();
        try {
            chain.doFilter(request, response);
        } finally {
            if (NOT_READS.contains(response.getStatus())) {
                writer.giveBack();
            } else {
                writer.put(read(caller, pattern, path, request, response.getStatus()));
            }
        }
    }

    private Read read(
            Optional<Caller> caller, PathPattern pattern, PathContainer path, HttpServletRequest request, int status) {
        Optional<OnBehalf> owner = OnBehalf.in(request);
        return new Read(
                clock.instant(),
                caller.map(Caller::id).or(() -> owner.map(OnBehalf::callerId)).orElse("unknown"),
                Callers.ifActing(request)
                        .or(() -> owner.map(OnBehalf::role))
                        .map(Role::name)
                        .orElseGet(() -> caller.map(AccessLogFilter::rolesOf).orElse("")),
                request.getMethod() + " " + pattern.getPatternString(),
                PersonalReads.kindOf(pattern.getPatternString()),
                idIn(pattern, path),
                cut(request.getQueryString(), LONGEST_FILTERS),
                Purposes.usable(request).orElse(null),
                status,
                Correlation.of(request));
    }

    /** What the path is about. Never a secret that it may be as well. */
    private static @Nullable String idIn(PathPattern pattern, PathContainer path) {
        var match = pattern.matchAndExtract(path);
        if (match == null) {
            return null;
        }
        String id = match.getUriVariables().get("id");
        String usable = id == null ? match.getUriVariables().get("name") : id;
        return usable == null ? null : cut(usable.replace('\0', ' '), LONGEST_ID);
    }

    private static String rolesOf(Caller caller) {
        return caller.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
