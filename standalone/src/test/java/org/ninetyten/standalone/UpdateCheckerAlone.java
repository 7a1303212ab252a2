package org.ninetyten.standalone;

import org.axonframework.updates.LoggingUpdateCheckerReporter;
import org.axonframework.updates.UpdateChecker;
import org.axonframework.updates.UpdateCheckerHttpClient;
import org.axonframework.updates.configuration.UsagePropertyProvider;

/** Axon's update checker as Axon itself starts it: what the trap must catch, or it would catch nothing. */
final class UpdateCheckerAlone {

    private UpdateCheckerAlone() {}

    public static void main(String[] arguments) {
        UsagePropertyProvider properties = UsagePropertyProvider.create();
        new UpdateChecker(new UpdateCheckerHttpClient(properties), new LoggingUpdateCheckerReporter(), properties)
                .start();
    }
}
