package org.ninetyten.command.automation;

import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.serialization.SerializationException;
import org.ninetyten.events.stored.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automations' processor: one segment, in the order of the store, its token beside the rows they write. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(AutomationConfiguration.class);

    private static final int BATCH_SIZE = 100;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean
    ConfigurerModule automationProcessor(
            List<Automation> automations, AutomationTokens tokens, ObjectProvider<EventLog> log) {
        String name = Automation.PROCESSOR;
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            automations.forEach(automation -> processing
                    .registerEventHandler(axon -> automation.handler())
                    .assignHandlerInstancesMatching(name, handler -> handler == automation.handler()));
            processing
                    .registerListenerInvocationErrorHandler(
                            name, axon -> AutomationConfiguration::passOverTheUnreadable)
                    .registerSequencingPolicy(name, axon -> message -> name)
                    .registerTokenStore(name, axon -> tokens.store())
                    .registerPooledStreamingEventProcessor(
                            name,
                            axon -> log.getObject().source(),
                            (axon, builder) -> builder.initialSegmentCount(1)
                                    .batchSize(BATCH_SIZE)
                                    .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                                    // From the first event on: duties follow from what happened, whenever this first
                                    // ran.
                                    .initialToken(store -> store.createTailToken()));
        };
    }

    /**
     * What failed for now is tried again until it goes in. What nobody can read will never go in: it concerns one
     * officer, policy or account, and must not keep everyone else waiting.
     */
    private static void passOverTheUnreadable(Exception failure, EventMessage<?> event, EventMessageHandler handler)
            throws Exception {
        if (!(failure instanceof SerializationException)) {
            throw failure;
        }
        logger.error("Event {} cannot be read: nothing is done on its account", event.getIdentifier(), failure);
    }
}
