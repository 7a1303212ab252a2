package org.ninetyten.command.support;

import org.ninetyten.command.automation.Automation;
import org.ninetyten.command.automation.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Marks officers to be looked at, and looks at them. */
@Configuration(proxyBeanMethods = false)
class SupportConfiguration {

    @Bean
    Automation supportDuties(OfficersToLookAt officers) {
        return new Automation(new SupportDuties(officers));
    }

    @Bean
    Worker<OfficersToLookAt.Look> officerLooks(OfficersToLookAt officers, OfficerLook looks) {
        return new Worker<>("officers-to-look-at", officers, looks::at);
    }
}
