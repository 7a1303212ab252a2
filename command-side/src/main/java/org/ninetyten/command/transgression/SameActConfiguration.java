package org.ninetyten.command.transgression;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.ninetyten.command.desk.SystemDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribing, so that it runs in the command's transaction; what is refused there refuses the whole act. */
@Configuration(proxyBeanMethods = false)
class SameActConfiguration {

    @Bean
    ConfigurerModule sameAct(ObjectProvider<SystemDesk> desk) {
        String name = SameAct.PROCESSOR;
        return configurer -> configurer
                .eventProcessing()
                .registerEventHandler(axon -> new SameAct(desk))
                .assignHandlerInstancesMatching(name, SameAct.class::isInstance)
                .registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                .registerErrorHandler(name, axon -> PropagatingErrorHandler.instance())
                .registerSubscribingEventProcessor(name);
    }
}
