package org.ninetyten.events.stored;

import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.ninetyten.events.keyring.KeyProperties;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.events.keyring.KeyringConfiguration;
import org.ninetyten.events.transaction.LazyConnections;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The event store as both sides see it: one serialisation, one engine, one schema. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@Import(KeyringConfiguration.class)
public class StoredEventsConfiguration {

    /** SQL state of PostgreSQL's unique_violation: two writers took the same place in one stream. */
    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * How far behind the head a position that is not there yet is still waited for. More than all writers together
     * append in the 30 seconds that a transaction may live: what falls behind it is never read.
     */
    private static final int GAP_AT_MOST = 1_000_000;

    private static final int FETCH_DELAY_MILLIS = 50;
    private static final int CACHED_EVENTS = 500;

    @Bean
    Migration eventStoreMigration(DatabaseProperties database) {
        return Migration.run(database, EventStoreTables.SCHEMA, "org/ninetyten/events/stored/migration");
    }

    /** Both sides write it, so it is neither side's. */
    @Bean
    Migration accessLogMigration(DatabaseProperties database) {
        return Migration.run(database, "accesslog", "org/ninetyten/events/stored/accesslog");
    }

    @Bean
    Migration keyringMigration(DatabaseProperties database) {
        return Migration.run(database, KeyringConfiguration.SCHEMA, KeyringConfiguration.MIGRATIONS);
    }

    /** One connection for each unit of work, shared by the store, the tokens and the rows. */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    @Qualifier("eventSerializer")
    StoredEventSerializer eventSerializer(
            Keyring keyring, KeyProperties keys, @Value("${ninety-ten.demo:false}") boolean demo) {
        if (!keys.unsealedForBenchmarks()) {
            return StoredEventSerializer.sealing(keyring);
        }
        if (!demo) {
            throw new IllegalStateException("ninety-ten.keys.unsealed-for-benchmarks is for measuring, with the demo's"
                    + " people: everything that is told of anybody would be stored in plain text.");
        }
        return StoredEventSerializer.create();
    }

    /**
     * For tokens, which are Axon's own classes. A new processor on a store with events starts from a ReplayToken,
     * whose inner token is polymorphic: Axon's own types and nothing else may be named there.
     */
    @Bean
    @Primary
    Serializer generalSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(@Qualifier("generalSerializer") Serializer generalSerializer) {
        return generalSerializer;
    }

    @Bean
    EventUpcasterChain eventUpcasters() {
        return Upcasters.chain();
    }

    @Bean
    StoredEvents storedEvents(
            @Qualifier("eventSerializer") Serializer eventSerializer, EventUpcasterChain upcasters, Keyring keyring) {
        return new StoredEvents(eventSerializer, upcasters, keyring);
    }

    @Bean
    @DependsOn("eventStoreMigration")
    EventStorageEngine eventStorageEngine(
            DataSource dataSource,
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            EventUpcasterChain upcasters,
            Keyring keyring,
            Clock clock) {
        GenericEventMessage.clock = clock;
        var engine = JdbcEventStorageEngine.builder()
                .schema(EventStoreTables.axonSchema())
                .connectionProvider(() -> LazyConnections.areUnused(dataSource)
                        ? LazyConnections.withoutTransaction(dataSource).getConnection()
                        : connections.getConnection())
                .transactionManager(new TransactionsToWriteIn(transactions))
                .eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer)
                .maxGapOffset(GAP_AT_MOST)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(new SQLStateResolver(UNIQUE_VIOLATION));
        return new AppendOnlyEngine(engine, dataSource, keyring);
    }

    /** Unless the truth is kept elsewhere: then the table is a copy of it (ADR 0016). */
    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    @ConditionalOnProperty(name = EventLog.KEPT_ELSEWHERE, havingValue = "false", matchIfMissing = true)
    EmbeddedEventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration axon) {
        return storeOf(engine, axon.getComponent(EventBusSpanFactory.class));
    }

    @Bean
    @ConditionalOnProperty(name = EventLog.KEPT_ELSEWHERE, havingValue = "false", matchIfMissing = true)
    EventLog eventLog(EmbeddedEventStore store) {
        return EventLog.of(store);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = EventLog.KEPT_ELSEWHERE, havingValue = "true")
    EventLog copiedEventLog(EventStorageEngine engine) {
        EventBusSpanFactory noSpans = DefaultEventBusSpanFactory.builder()
                .spanFactory(NoOpSpanFactory.INSTANCE)
                .build();
        return EventLog.closing(storeOf(engine, noSpans));
    }

    private static EmbeddedEventStore storeOf(EventStorageEngine engine, EventBusSpanFactory spans) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .cachedEvents(CACHED_EVENTS)
                .spanFactory(spans)
                .build();
    }

    /** What an event came from is the command (or event) that was being handled when it was made. */
    @Bean
    CorrelationDataProvider provenanceOfEvents() {
        return message -> Provenance.of(message.getMetaData())
                .causedBy(message.getIdentifier())
                .asMetaData();
    }

    /** Police data does not phone home: reporting is off here, in the application, whatever an operator sets. */
    @Bean
    @Primary
    UsagePropertyProvider noUsageReporting() {
        return new NoUsageReporting();
    }

    /** A page of events is read by one statement, which needs no transaction around it. */
    private record TransactionsToWriteIn(TransactionManager transactions) implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            Transaction begun = transactions.startTransaction();
            LazyConnections.use();
            return begun;
        }

        @Override
        public <T> T fetchInTransaction(Supplier<T> read) {
            return read.get();
        }
    }
}
