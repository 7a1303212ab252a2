package org.ninetyten.command.aggregate;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What it takes to find the aggregate that a command is for, and to decide on it from memory. */
@Configuration(proxyBeanMethods = false)
class AggregateConfiguration {

    @Bean
    ConfigurerModule confirmedDecisions() {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                () -> axon.commandBus().registerHandlerInterceptor(new ConfirmedDecisions(axon.eventStore()))));
    }

    /** A command says itself what it is for. Axon's own way looks for that among its annotations, each time anew. */
    @Bean
    ConfigurerModule commandTargets() {
        return configurer -> configurer.registerComponent(
                CommandTargetResolver.class,
                axon -> message -> new VersionedAggregateIdentifier(((Command) message.getPayload()).stream(), null));
    }
}
