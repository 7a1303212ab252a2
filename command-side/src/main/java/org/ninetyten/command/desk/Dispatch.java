package org.ninetyten.command.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Distributed;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.NotThere;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.keyring.ErasedException;
import org.ninetyten.events.transaction.RecordedEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends commands to their aggregates, again where another process was quicker. */
@Component
class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private static final int ATTEMPTS = 5;

    private final CommandGateway gateway;
    private final CommandGateway here;
    private final CommandMeters meters;
    private final TransactionManager transactions;
    private final ObjectProvider<StoreWords> words;

    Dispatch(
            CommandGateway gateway,
            CommandBus bus,
            CommandMeters meters,
            TransactionManager transactions,
            ObjectProvider<StoreWords> words) {
        this.gateway = gateway;
        this.here = hereOn(bus)
                .<CommandGateway>map(
                        own -> DefaultCommandGateway.builder().commandBus(own).build())
                .orElse(gateway);
        this.meters = meters;
        this.transactions = transactions;
        this.words = words;
    }

    /** This process's own bus, where the one that there is goes by way of others. */
    private static Optional<CommandBus> hereOn(CommandBus bus) {
        return bus instanceof Distributed<?> distributed
                ? Optional.of((CommandBus) distributed.localSegment())
                : Optional.empty();
    }

    /** @throws Refusal what the aggregate says, 404 where there is none */
    Answer send(Command command, Map<String, String> metaData) {
        // Within another command's transaction, which a clash ends: whoever gave that one decides again on all of it.
        boolean within = CurrentUnitOfWork.isStarted();
        return meters.time(
                command,
                () -> within
                        ? decide(command, metaData)
                        : untilNobodyIsQuicker(command, () -> decide(command, metaData)));
    }

    /**
     * Sends commands in one transaction: all are kept, or none.
     *
     * @param alongside told whether anything was recorded; what it writes is kept with the events, what it throws takes
     *     them back
     * @return whether anything was recorded
     */
    boolean sendAsOne(List<Command> commands, Map<String, String> metaData, Consumer<Boolean> alongside) {
        return untilNobodyIsQuicker(commands.getFirst(), () -> {
            UnitOfWork<?> all = begin(commands, metaData);
            try {
                commands.forEach(command -> send(command, metaData));
                boolean recorded = RecordedEvents.in(all) > 0;
                alongside.accept(recorded);
                all.commit();
                return recorded;
            } finally {
                takeBack(all);
            }
        });
    }

    /**
     * What commands would come to. Nothing of it is kept, nor even written: events are appended as their transaction
     * commits, and this one never does.
     *
     * @param before commands to be taken as given already
     * @return whether the commands would record anything
     */
    boolean tryOut(List<Command> before, List<Command> commands, Map<String, String> metaData) {
        UnitOfWork<?> all = begin(commands, metaData);
        try {
            before.forEach(command -> decide(command, metaData));
            int recordedBefore = RecordedEvents.in(all);
            commands.forEach(command -> decide(command, metaData));
            return RecordedEvents.in(all) > recordedBefore;
        } finally {
            takeBack(all);
        }
    }

    private UnitOfWork<?> begin(List<Command> commands, Map<String, String> metaData) {
        UnitOfWork<?> all = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(commands.getFirst(), metaData));
        all.attachTransaction(transactions);
        return all;
    }

    /** Does nothing to one that was committed. */
    private static void takeBack(UnitOfWork<?> all) {
        if (all.isActive()) {
            all.rollback();
        }
    }

    private Answer decide(Command command, Map<String, String> metaData) {
        try {
            return answer(new GenericCommandMessage<>(command, metaData));
        } catch (AggregateNotFoundException e) {
            throw NotThere.refusal(command);
        }
    }

    /** Where another process was quicker on an aggregate: decides again on what it made of it. */
    private static <R> R untilNobodyIsQuicker(Command command, Supplier<R> attempted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempted.get();
            } catch (ErasedException e) {
                throw Refusal.rule("erased", ErasedException.SENTENCE);
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    log.warn("Gave up a command for {} after {} attempts: {}", command.stream(), ATTEMPTS, told(e));
                    throw Refusal.unavailable("busy", "Too many commands for this one at once. Send it again.");
                }
            }
        }
    }

    private Answer answer(GenericCommandMessage<Command> message) {
        try {
            return (CurrentUnitOfWork.isStarted() ? here : gateway).sendAndWait(message);
        } catch (RuntimeException e) {
            StoreWords store = words.getIfAvailable();
            throw store == null ? e : store.inOurs(e);
        }
    }

    private static String told(ConcurrencyException e) {
        Throwable cause = e.getCause();
        return cause == null ? e.toString() : e + ", caused by " + cause;
    }
}
