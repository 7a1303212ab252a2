package org.ninetyten.events.stored;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps Axon's update checker out of every program that stores events: merely being made, it writes a machine id into
 * the user's home, and nothing but a setting stands between it and the network. No setting brings it back.
 */
final class WithoutUpdateChecker implements AutoConfigurationImportFilter {

    private static final String UPDATE_CHECKER =
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[autoConfigurationClasses.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = !UPDATE_CHECKER.equals(autoConfigurationClasses[i]);
        }
        return wanted;
    }
}
