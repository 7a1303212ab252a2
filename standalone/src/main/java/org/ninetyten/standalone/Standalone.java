package org.ninetyten.standalone;

import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration;
import org.ninetyten.command.CommandSideConfiguration;
import org.ninetyten.query.QuerySideConfiguration;
import org.ninetyten.standalone.demo.DemoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The newcomer's first command: everything in one process. */
// With Axon Server, its bus is set up by the command side: docs/adr/0016-axon-server.md.
@EnableAutoConfiguration(exclude = {AxonDbSchedulerAutoConfiguration.class, AxonServerBusAutoConfiguration.class})
@Import({
    CommandSideConfiguration.class,
    QuerySideConfiguration.class,
    AbandonedClaims.class,
    DemoConfiguration.class,
    Welcome.class
})
public class Standalone {

    public static void main(String[] arguments) {
        SpringApplication application = DatabaseOnly.isAskedFor(arguments)
                ? DatabaseOnly.application()
                : new SpringApplication(Standalone.class);
        application.addInitializers(new OwnDatabase());
        application.run(arguments);
    }
}
