package org.ninetyten.command;

import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own. */
// With Axon Server, its bus is ours to set up: docs/adr/0016-axon-server.md.
@EnableAutoConfiguration(exclude = {AxonDbSchedulerAutoConfiguration.class, AxonServerBusAutoConfiguration.class})
@Import(CommandSideConfiguration.class)
public class CommandSide {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSide.class, arguments);
    }
}
