package org.ninetyten.edge.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.http.Problems;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A bucket of requests for each caller, so that one program that runs wild does not take the service from the others. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final int CALLERS_AT_MOST = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Problems problems;
    private final LoadingCache<String, Bucket> buckets;

    RateLimitFilter(RateLimitProperties limit, Problems problems) {
        this.problems = problems;
        // By the time it is forgotten a bucket would be full again.
        Duration refilled = SECOND.multipliedBy(limit.burst() / limit.perSecond() + 60);
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(refilled)
                .maximumSize(CALLERS_AT_MOST)
                .build(caller -> Bucket.builder()
                        .addLimit(
                                bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.perSecond(), SECOND))
                        .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe taken = buckets.get(callerOf(request)).tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            problems.tooManyRequests(request, response, Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }

    private static String callerOf(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? "caller " + caller.id()
                : "address " + request.getRemoteAddr();
    }
}
