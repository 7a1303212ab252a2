package org.ninetyten.command.acknowledgement;

import org.ninetyten.command.automation.Automation;
import org.ninetyten.command.automation.Worker;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.command.officer.RequireAcknowledgement;
import org.ninetyten.events.stored.Provenance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes down who must acknowledge what, and tells them, one command each. */
@Configuration(proxyBeanMethods = false)
class AcknowledgementConfiguration {

    @Bean
    Automation acknowledgementDuties(KnownVersions versions, AccountPeople people, ToRequire toRequire) {
        return new Automation(new AcknowledgementDuties(versions, people, toRequire));
    }

    /** Who was told already is not told twice, as the command does nothing the second time. */
    @Bean
    Worker<ToRequire.Entry> requirementWorker(ToRequire toRequire, SystemDesk desk) {
        return new Worker<>("acknowledgements-to-require", toRequire, entry -> {
            desk.give(
                    new RequireAcknowledgement(entry.officerId(), entry.policyId(), entry.version(), entry.dueBy()),
                    Provenance.system(entry.correlationId(), entry.causationId()));
            return entry;
        });
    }
}
