package org.ninetyten.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the embedded database may know: a PostgreSQL and its roles, nothing of what is kept in it. */
class EmbeddedDatabaseRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ninetyten.database");

    @Test
    void theDatabaseKnowsNothingOfTheApplicationAndItsFrameworks() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ninetyten.events..",
                        "org.ninetyten.edge..",
                        "org.ninetyten.command..",
                        "org.ninetyten.query..",
                        "org.ninetyten.standalone..",
                        "org.springframework..",
                        "org.axonframework..")
                .check(CLASSES);
    }

    @Test
    void nothingHasANameThatSaysNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Common|Impl|Manager|Helper)(\\$.*)?")
                .check(CLASSES);
    }
}
