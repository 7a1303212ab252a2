package org.ninetyten.edge.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ninetyten.edge.http.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Who is let in, and to what: {@link AccessTable} decides, by default no. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UserProperties.class, SignInProperties.class})
public class CallerConfiguration {

    @Bean
    AuthenticationManager authenticationManager(UserProperties users, SignInProperties signIn, Clock clock) {
        BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();
        return new ProviderManager(
                new VerifyOnceProvider(new KnownUsers(users), passwords, new WrongPasswords(signIn, clock)));
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, AuthenticationManager authentication, Problems problems)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authenticationManager(authentication)
                .headers(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> {
                    if (e instanceof CredentialsRefusedException refused) {
                        refused.tell(problems, request, response);
                    } else {
                        problems.unauthenticated(request, response);
                    }
                }))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint((request, response, e) -> problems.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, e) -> explainDenial(problems, request, response)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/swagger-ui/**", "/swagger-ui.html", "/")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .access(CallerConfiguration::decide))
                .build();
    }

    /** Requests are observed as a whole; each filter of each request for itself is nothing that anyone looks at. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** What is not in the table is not there for anyone, which is another thing than not being allowed it. */
    private static void explainDenial(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        List<String> methods = AccessTable.methodsOf(path);
        if (methods.isEmpty()) {
            problems.nothingHere(request, response);
        } else if (AccessTable.find(request.getMethod(), path).isEmpty()) {
            problems.methodNotAllowed(request, response, methods);
        } else {
            problems.forbidden(request, response);
        }
    }

    private static AuthorizationDecision decide(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        Optional<AccessTable.Row> found = AccessTable.find(request.getMethod(), path);
        if (found.filter(AccessTable.Row::bySecret).isPresent()) {
            return new AuthorizationDecision(true);
        }
        if (!(authentication.get().getPrincipal() instanceof Caller caller)) {
            return new AuthorizationDecision(false);
        }
        return found.flatMap(row -> row.actingRole(caller, path))
                .map(role -> {
                    request.setAttribute(Callers.ACTING_ROLE, role);
                    request.setAttribute(Callers.SCOPE, found.get().scope(caller, path));
                    return new AuthorizationDecision(true);
                })
                .orElseGet(() -> new AuthorizationDecision(false));
    }
}
