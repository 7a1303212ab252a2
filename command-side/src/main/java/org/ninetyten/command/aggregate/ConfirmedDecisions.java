package org.ninetyten.command.aggregate;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Lets no refusal and no "that is so already" out that was decided on an aggregate from memory which another process has
 * changed since: such a command is decided again, on what is there.
 */
final class ConfirmedDecisions implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final EventStore store;

    ConfirmedDecisions(EventStore store) {
        this.store = store;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object answer;
        try {
            answer = chain.proceed();
        } catch (ConcurrencyException e) {
            throw e;
        } catch (Exception refused) {
            confirmAfter(refused, work);
            throw refused;
        }
        confirm(work);
        return answer;
    }

    private void confirmAfter(Exception refused, UnitOfWork<?> work) {
        try {
            confirm(work);
        } catch (ConcurrencyException e) {
            throw e;
        } catch (RuntimeException e) {
            // As where the database has gone away, which is what the command failed of.
            refused.addSuppressed(e);
        }
    }

    private void confirm(UnitOfWork<?> work) {
        Unconfirmed.in(work).forEach((stream, remembered) -> {
            long last = store.lastSequenceNumberFor(stream).orElse(-1L);
            if (last != remembered) {
                throw new ConcurrencyException("Another process has changed " + stream + " since it was remembered");
            }
        });
    }
}
