package org.ninetyten.query.projection;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.ninetyten.events.stored.DatabaseProperties;
import org.ninetyten.events.stored.EventLog;
import org.ninetyten.events.stored.Migration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** One streaming processor for each projection, with a dead-letter queue beside the rows it writes. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    private static final int BATCH_SIZE = 500;

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    /** What has been passed over is kept with the token this late, as are signs of life. */
    private static final long CLAIM_EXTENSION_MILLIS = 1_000;

    @Bean
    @DependsOn("eventStoreMigration")
    Migration readModelMigration(DatabaseProperties database) {
        return Migration.run(database, "readmodel", "org/ninetyten/query/migration");
    }

    @Bean
    @DependsOn("readModelMigration")
    TokenStore tokenStore(ConnectionProvider connections, @Qualifier("generalSerializer") Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("readmodel.token_entry")
                        .build())
                .contentType(byte[].class)
                // The default is the process id and the host's name, which two processes in containers may share.
                .nodeId(UUID.randomUUID().toString())
                .build();
    }

    @Bean
    ProjectionHandlers projectionHandlers(List<Projection> projections, JdbcTemplate jdbc) {
        return new ProjectionHandlers(projections.stream()
                .map(projection -> new ProjectionHandler(projection, jdbc))
                .toList());
    }

    @Bean
    ConfigurerModule projectionProcessors(
            ProjectionHandlers handlers, DeadLetterQueues queues, ObjectProvider<EventLog> log) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            for (ProjectionHandler handler : handlers.all()) {
                String name = handler.name();
                processing
                        .registerEventHandler(axon -> handler)
                        .assignHandlerInstancesMatching(name, candidate -> candidate == handler)
                        .registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                        .registerSequencingPolicy(name, axon -> perStream())
                        .registerDeadLetterQueue(name, axon -> queues.ofProcessor(name))
                        .registerDeadLetterPolicy(name, axon -> Blame::decide)
                        .registerPooledStreamingEventProcessor(
                                name, axon -> log.getObject().source(), (axon, builder) -> {
                                    ScheduledExecutorService worker =
                                            Executors.newScheduledThreadPool(1, new AxonThreadFactory(name));
                                    axon.onShutdown(worker::shutdown);
                                    return builder.workerExecutor(worker)
                                            .initialSegmentCount(1)
                                            .batchSize(BATCH_SIZE)
                                            .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                                            .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS);
                                });
            }
        };
    }

    /** A stable string: with other policies, dead letters can be overtaken after a restart. */
    private static SequencingPolicy<EventMessage<?>> perStream() {
        return message -> message instanceof DomainEventMessage<?> stored
                ? stored.getAggregateIdentifier()
                : message.getIdentifier();
    }
}
