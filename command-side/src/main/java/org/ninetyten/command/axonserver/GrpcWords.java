package org.ninetyten.command.axonserver;

import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.desk.StoreWords;
import org.ninetyten.edge.refusal.Refusal;

/**
 * Axon Server's failures, which come as gRPC has them: a place in a stream that another took first, and an Axon Server
 * that is away or knows nobody who takes the command. And what another process told of a command that went there.
 */
final class GrpcWords implements StoreWords {

    private static final String AWAY =
            "The event store cannot be reached just now. Send it again: what was recorded already is not recorded twice.";

    @Override
    public RuntimeException inOurs(RuntimeException failure) {
        if (failure instanceof CommandExecutionException executed
                && executed.getDetails().orElse(null) instanceof ToldFailure told) {
            return told.asItWas();
        }
        StatusRuntimeException status = causeOf(failure, StatusRuntimeException.class);
        if (status != null && GrpcExceptionParser.parse(status) instanceof ConcurrencyException concurrent) {
            return concurrent;
        }
        boolean away = status != null
                || causeOf(failure, AxonServerException.class) != null
                || causeOf(failure, io.axoniq.axonserver.connector.AxonServerException.class) != null
                || failure instanceof EventStoreException
                || failure instanceof AxonServerCommandDispatchException
                || failure instanceof NoHandlerForCommandException
                || failure instanceof ExecutionException;
        return away ? Refusal.unavailable("store-unavailable", AWAY) : failure;
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
