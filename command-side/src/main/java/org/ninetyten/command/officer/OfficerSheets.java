package org.ninetyten.command.officer;

import java.util.List;
import java.util.Optional;
import org.ninetyten.command.bulkimport.ImportKind;
import org.ninetyten.command.bulkimport.SheetKind;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.officer.OfficerCommand.RegisterOfficer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a force has in sheets about its officers. */
@Configuration(proxyBeanMethods = false)
class OfficerSheets {

    @Bean
    SheetKind<OfficerCommand.Details> sheetOfOfficers() {
        return new SheetKind<>(
                ImportKind.OFFICERS,
                "id",
                OfficerCommand.Details.class,
                List.of(),
                cells -> Optional.empty(),
                (id, details, ticked, by) -> List.of(new RegisterOfficer(id, details)));
    }

    @Bean
    SheetKind<OfficerCommand.Training> sheetOfTraining() {
        return new SheetKind<>(
                ImportKind.TRAINING,
                "officerId",
                OfficerCommand.Training.class,
                List.of(),
                cells -> Optional.empty(),
                (officerId, training, ticked, by) -> List.of(new RecordTraining(officerId, training)));
    }
}
