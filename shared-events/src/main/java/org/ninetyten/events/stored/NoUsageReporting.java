package org.ninetyten.events.stored;

import org.axonframework.updates.configuration.UsagePropertyProvider;

/** Usage reporting of Axon Framework, switched off with a priority that nothing outranks. */
final class NoUsageReporting implements UsagePropertyProvider {

    @Override
    public Boolean getDisabled() {
        return true;
    }

    @Override
    public String getUrl() {
        return "";
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
