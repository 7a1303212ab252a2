package org.ninetyten.command.aggregate;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What it takes to decide on aggregates from memory. */
@Configuration(proxyBeanMethods = false)
class RememberingConfiguration {

    @Bean
    ConfigurerModule confirmedDecisions() {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                () -> axon.commandBus().registerHandlerInterceptor(new ConfirmedDecisions(axon.eventStore()))));
    }
}
