package org.ninetyten.command;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.edge.EdgeConfiguration;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.StoredEventsConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The command side as a library: everything that takes commands and writes events. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:org/ninetyten/command/defaults.properties")
@Import({StoredEventsConfiguration.class, EdgeConfiguration.class})
public class CommandSideConfiguration {

    @Bean
    Streams streams(EventStore store) {
        return (subject, id) -> store.readEvents(subject.stream(id))
                .asStream()
                .map(message -> (Event) message.getPayload())
                .toList();
    }
}
