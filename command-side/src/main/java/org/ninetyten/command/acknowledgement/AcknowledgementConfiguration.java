package org.ninetyten.command.acknowledgement;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.serialization.SerializationException;
import org.ninetyten.command.automation.AutomationTokens;
import org.ninetyten.events.stored.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automation's processor: one segment, in the order of the store, its token beside the rows it writes. */
@Configuration(proxyBeanMethods = false)
class AcknowledgementConfiguration {

    private static final Logger logger = LoggerFactory.getLogger(AcknowledgementConfiguration.class);

    private static final int BATCH_SIZE = 100;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean
    ConfigurerModule acknowledgementProcessor(
            KnownVersions versions,
            AccountPeople people,
            ToRequire toRequire,
            AutomationTokens tokens,
            ObjectProvider<EventLog> log) {
        String name = AcknowledgementDuties.PROCESSOR;
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(axon -> new AcknowledgementDuties(versions, people, toRequire))
                .assignHandlerInstancesMatching(name, AcknowledgementDuties.class::isInstance)
                .registerListenerInvocationErrorHandler(
                        name, axon -> AcknowledgementConfiguration::passOverTheUnreadable)
                .registerSequencingPolicy(name, axon -> message -> name)
                .registerTokenStore(name, axon -> tokens.store())
                .registerPooledStreamingEventProcessor(
                        name,
                        axon -> log.getObject().source(),
                        (axon, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH_SIZE)
                                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                                // From the first event on: duties follow from what happened, whenever this first ran.
                                .initialToken(store -> store.createTailToken()));
    }

    /**
     * What failed for now is tried again until it goes in. What nobody can read will never go in: it concerns one
     * policy or account, and must not keep everyone else from being asked.
     */
    private static void passOverTheUnreadable(Exception failure, EventMessage<?> event, EventMessageHandler handler)
            throws Exception {
        if (!(failure instanceof SerializationException)) {
            throw failure;
        }
        logger.error(
                "Event {} cannot be read: nobody is asked to acknowledge on its account",
                event.getIdentifier(),
                failure);
    }
}
