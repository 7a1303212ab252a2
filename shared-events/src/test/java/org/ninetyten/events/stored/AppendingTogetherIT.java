package org.ninetyten.events.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.keyring.Keyring;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.transaction.LazyConnections;
import org.ninetyten.events.transaction.RecordedEvents;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** When a command's events are committed by themselves, and when with all else that its transaction keeps. */
class AppendingTogetherIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final AtomicInteger OFFICERS = new AtomicInteger();

    private static StoreOnPostgres store;

    private final String officer = "officer-" + OFFICERS.incrementAndGet();

    @BeforeAll
    static void start() {
        store = StoreOnPostgres.create(
                "appending_together",
                context -> context.registerBean("lazy", BeanPostProcessor.class, () -> new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof HikariDataSource pool ? new LazyConnections(pool) : bean;
                    }
                }));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void eventsThatAreAllThereIsAreStoredAtOnce() {
        UnitOfWork<?> command = begin();
        record(command, changed("Amina Khan"));

        assertThat(storedOf("officer:" + officer)).isEqualTo(1);
        command.rollback();
        assertThat(storedOf("officer:" + officer)).isEqualTo(1);
    }

    @Test
    void eventsAreKeptOrTakenBackWithWhatTheirTransactionWrote() {
        UnitOfWork<?> takenBack = begin();
        reserveHandle();
        record(takenBack, changed("Amina Khan"));
        takenBack.rollback();
        assertThat(storedOf("officer:" + officer)).isZero();

        UnitOfWork<?> kept = begin();
        reserveHandle();
        record(kept, changed("Amina Khan"));
        kept.commit();
        assertThat(storedOf("officer:" + officer)).isEqualTo(1);
    }

    @Test
    void anEventWaitsForTheOthersOfItsCommand() {
        UnitOfWork<?> command = begin();
        RecordedEvents.oneMoreIn(command);
        record(command, changed("Amina Khan"));

        command.rollback();
        assertThat(storedOf("officer:" + officer)).isZero();
    }

    @Test
    void eventsOfTwoAppendsAreKeptOrTakenBackTogether() {
        UnitOfWork<?> command = begin();
        RecordedEvents.oneMoreIn(command);
        record(command, changed("Amina Khan"));
        store.engine().appendEvents(StoreOnPostgres.message(1, new OfficerLeft(officer, DAY)));

        assertThat(storedOf("officer:" + officer)).isZero();
        command.commit();
        assertThat(storedOf("officer:" + officer)).isEqualTo(2);
    }

    @Test
    void theKeyOfAnAccountsHolderIsKeptWithTheEventThatItIsFor() {
        UnitOfWork<?> command = begin();
        record(
                command,
                new AccountTransferred(officer, "ben", "amina", DAY, "Ben moved on", "policy", 1, 1, "training", DAY));

        command.rollback();
        assertThat(count("""
                        SELECT count(*)::int FROM keyring.data_key
                        WHERE scope = ? AND officer_id IS NOT NULL""", "account:" + officer)).isZero();
        assertThat(storedOf("account:" + officer)).isZero();
    }

    @Test
    void aFirstKeyIsNotStoredWhereItsEventIsNot() {
        UnitOfWork<?> first = begin();
        record(first, changed("Amina Khan"));
        first.commit();
        String other = officer + "-other";
        UnitOfWork<?> late = begin();
        RecordedEvents.oneMoreIn(late);

        assertThatThrownBy(() -> store.engine()
                        .appendEvents(new GenericDomainEventMessage<>(
                                "Aggregate",
                                "officer:" + officer,
                                0,
                                new OfficerDetailsChanged(other, "Ben", "1", "harbour", false),
                                StoreOnPostgres.PROVENANCE.asMetaData())))
                .isInstanceOf(ConcurrencyException.class);
        late.rollback();
        assertThat(keysOf("officer:" + other)).isZero();
    }

    @Test
    void whatIsSealedTogetherWithItsFirstKeyIsReadAgain() {
        UnitOfWork<?> command = begin();
        record(command, changed("Amina Khan"));
        command.commit();
        store.bean(Keyring.class).forget();

        assertThat(store.engine().readEvents("officer:" + officer).asStream().map(message ->
                        (Event) message.getPayload()))
                .containsExactly(changed("Amina Khan"));
    }

    @Test
    void aPersonsFirstKeyIsThereOnceForAllTheirEvents() {
        UnitOfWork<?> command = begin();
        record(command, changed("Amina Khan"), new OfficerLeft(officer, DAY));
        command.commit();

        assertThat(keysOf("officer:" + officer)).isEqualTo(1);
        assertThat(storedOf("officer:" + officer)).isEqualTo(2);
    }

    private static UnitOfWork<?> begin() {
        UnitOfWork<?> command = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a command"));
        command.attachTransaction(store.bean(TransactionManager.class));
        return command;
    }

    private static void record(UnitOfWork<?> command, Event... events) {
        for (Event ignored : events) {
            RecordedEvents.oneMoreIn(command);
        }
        AtomicInteger number = new AtomicInteger();
        store.engine()
                .appendEvents(List.of(events).stream()
                        .map(event -> StoreOnPostgres.message(number.getAndIncrement(), event))
                        .toList());
    }

    private void reserveHandle() {
        store.sql().update("INSERT INTO eventstore.handle_reservation VALUES ('x', ?, ?)", officer, officer);
    }

    private OfficerDetailsChanged changed(String name) {
        return new OfficerDetailsChanged(officer, name, "1234", "harbour", false);
    }

    /** Looked at from outside of the transaction under way. */
    private static int storedOf(String stream) {
        return count("SELECT count(*)::int FROM eventstore.domain_event WHERE stream = ?", stream);
    }

    private static int keysOf(String scope) {
        return count("SELECT count(*)::int FROM keyring.data_key WHERE scope = ?", scope);
    }

    private static int count(String sql, String what) {
        Integer count = LazyConnections.atOnce(
                store.bean(DataSource.class), own -> own.queryForObject(sql, Integer.class, what));
        return count == null ? 0 : count;
    }
}
