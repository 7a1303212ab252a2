package org.ninetyten.command.automation;

import java.util.List;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automations' processor: one segment, in the order of the store, its token beside the rows they write. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AutomationConfiguration.class);

    private static final int BATCH_SIZE = 100;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean
    ConfigurerModule automationProcessor(
            List<Automation> automations,
            ConnectionProvider connections,
            @Qualifier("generalSerializer") Serializer serializer) {
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
                    .registerTokenStore(
                            name,
                            axon -> JdbcTokenStore.builder()
                                    .connectionProvider(connections)
                                    .serializer(serializer)
                                    // By default the process and host, which containers of one image may share.
                                    .nodeId(UUID.randomUUID().toString())
                                    .schema(TokenSchema.builder()
                                            .setTokenTable("eventstore.token_entry")
                                            .build())
                                    .build())
                    .registerPooledStreamingEventProcessor(
                            name,
                            org.axonframework.config.Configuration::eventStore,
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
        log.error("Event {} cannot be read: nothing is done on its account", event.getIdentifier(), failure);
    }
}
