package org.ninetyten.command.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.events.stored.EventLog;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Commands go by way of Axon Server to the one process that is given all commands of their aggregate, which remembers
 * it. A command within a command does not: it stays in its unit of work.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventLog.KEPT_ELSEWHERE, havingValue = "true")
class AxonServerCommandsConfiguration {

    @Bean
    @Primary
    AxonServerCommandBus routedCommandBus(
            AxonServerConfiguration configuration,
            AxonServerConnectionManager connections,
            @Qualifier("localSegment") CommandBus here,
            CommandBusSpanFactory spans) {
        return AxonServerCommandBus.builder()
                .configuration(configuration)
                .axonServerConnectionManager(connections)
                .localSegment(new TellingCommandBus(here))
                .serializer(TravellingJson.create())
                .routingStrategy(command -> ((Command) command.getPayload()).stream())
                .spanFactory(spans)
                .build();
    }
}
