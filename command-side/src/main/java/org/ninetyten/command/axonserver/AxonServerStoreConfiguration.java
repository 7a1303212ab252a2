package org.ninetyten.command.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.ninetyten.command.automation.AutomationTokens;
import org.ninetyten.events.stored.EventLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Axon Server as the event store, and its copy in the event table. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventLog.KEPT_ELSEWHERE, havingValue = "true")
class AxonServerStoreConfiguration {

    private static final int BATCH_SIZE = 500;
    private static final TrackingToken BEFORE_THE_FIRST = new GlobalSequenceTrackingToken(-1);
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    @ConditionalOnMissingBean(EventStore.class)
    AxonServerEventStore eventStore(
            AxonServerConfiguration configuration,
            AxonServerConnectionManager connections,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            EventUpcasterChain upcasters,
            org.axonframework.config.Configuration axon) {
        return AxonServerEventStore.builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer)
                // None are kept, so none are asked for.
                .snapshotFilter(snapshot -> false)
                .upcasterChain(upcasters)
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .build();
    }

    @Bean
    GrpcWords grpcWords() {
        return new GrpcWords();
    }

    @Bean
    ConfigurerModule logCopy(EventStorageEngine table, ObjectProvider<BesideTheLog> beside, AutomationTokens tokens) {
        String name = LogCopy.PROCESSOR;
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(axon -> new LogCopy(table, beside.stream().toList()))
                .assignHandlerInstancesMatching(name, LogCopy.class::isInstance)
                .registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                .registerSequencingPolicy(name, axon -> message -> name)
                .registerTokenStore(name, axon -> tokens.store())
                .registerPooledStreamingEventProcessor(
                        name,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH_SIZE)
                                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                                // Said rather than asked, so that a side starts also while its server is away.
                                .initialToken(store -> BEFORE_THE_FIRST));
    }

    /** Of this process's part in the copy: where it stops, everything that is read stands still. */
    @Bean
    HealthIndicator logCopyHealthIndicator(ObjectProvider<EventProcessingConfiguration> processing) {
        return () -> processing
                .getObject()
                .eventProcessor(LogCopy.PROCESSOR, StreamingEventProcessor.class)
                .filter(AxonServerStoreConfiguration::isWell)
                .map(well -> Health.up())
                .orElseGet(Health::down)
                .build();
    }

    private static boolean isWell(StreamingEventProcessor processor) {
        return processor.isRunning()
                && !processor.isError()
                && processor.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState);
    }
}
