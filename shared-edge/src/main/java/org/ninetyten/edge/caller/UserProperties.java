package org.ninetyten.edge.caller;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param demo whether the demo's people exist (loopback only)
 * @param serviceUsers programs that call with HTTP Basic
 */
@ConfigurationProperties("ninety-ten")
public record UserProperties(
        @DefaultValue("false") boolean demo, @DefaultValue List<ServiceUser> serviceUsers) {

    /** @param passwordHash bcrypt, such as {@code $2y$10$…}; a password itself never stands in a configuration */
    public record ServiceUser(
            String name,
            String passwordHash,
            Set<Role> roles,
            @Nullable String officerId,
            @Nullable String unit) {}
}
