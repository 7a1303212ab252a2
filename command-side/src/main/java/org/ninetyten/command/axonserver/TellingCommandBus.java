package org.ninetyten.command.axonserver;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** This process's own command bus, which tells a failure so that another process can know it again. */
final class TellingCommandBus implements CommandBus {

    private final CommandBus here;

    TellingCommandBus(CommandBus here) {
        this.here = here;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        here.dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        here.<C, R>dispatch(command, (given, result) -> callback.onResult(given, told(result)));
    }

    private static <R> CommandResultMessage<? extends R> told(CommandResultMessage<? extends R> result) {
        if (!result.isExceptional()) {
            return result;
        }
        Throwable failure = result.exceptionResult();
        return ToldFailure.of(failure)
                .<CommandResultMessage<? extends R>>map(told -> GenericCommandResultMessage.asCommandResultMessage(
                        new CommandExecutionException(String.valueOf(failure.getMessage()), failure, told)))
                .orElse(result);
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return here.subscribe(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return here.registerHandlerInterceptor(interceptor);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return here.registerDispatchInterceptor(interceptor);
    }
}
