package org.ninetyten.command.desk;

import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.refusal.Refusal;
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
    private final CommandMeters meters;
    private final ObjectProvider<StoreWords> words;

    Dispatch(CommandGateway gateway, CommandMeters meters, ObjectProvider<StoreWords> words) {
        this.gateway = gateway;
        this.meters = meters;
        this.words = words;
    }

    /** @throws Refusal what the aggregate says, 404 where there is none */
    Answer send(Command command, Map<String, String> metaData) {
        return meters.time(command, () -> decide(command, metaData));
    }

    private Answer decide(Command command, Map<String, String> metaData) {
        GenericCommandMessage<Command> message = new GenericCommandMessage<>(command, metaData);
        // Within another command's transaction, which such a failure ends: whoever gave that one decides again on all
        // of it.
        boolean within = CurrentUnitOfWork.isStarted();
        for (int attempt = 1; ; attempt++) {
            try {
                return answer(message);
            } catch (ConcurrencyException e) {
                if (within) {
                    throw e;
                }
                // Another process was quicker on this aggregate: decide again on what it made of it.
                if (attempt == ATTEMPTS) {
                    log.warn("Gave up a command for {} after {} attempts: {}", command.stream(), ATTEMPTS, told(e));
                    throw Refusal.unavailable("busy", "Too many commands for this one at once. Send it again.");
                }
            } catch (AggregateNotFoundException e) {
                throw Refusal.notFound(
                        "There is no %s '%s'.".formatted(command.subject().word(), command.subjectId()));
            }
        }
    }

    private Answer answer(GenericCommandMessage<Command> message) {
        try {
            return gateway.sendAndWait(message);
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
