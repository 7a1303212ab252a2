package org.ninetyten.command;

import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The command side as a process of its own. */
@EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
@Import(CommandSideConfiguration.class)
public class CommandSide {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSide.class, arguments);
    }
}
