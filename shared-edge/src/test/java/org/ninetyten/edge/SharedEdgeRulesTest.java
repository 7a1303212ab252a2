package org.ninetyten.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the edge may know: HTTP and who is calling, nothing of what is asked. */
class SharedEdgeRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ninetyten.edge");

    @Test
    void theEdgeKnowsNothingOfEventsCommandsAndQueries() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ninetyten.events..",
                        "org.ninetyten.command..",
                        "org.ninetyten.query..",
                        "org.ninetyten.database..",
                        "org.ninetyten.standalone..",
                        "org.axonframework..")
                .check(CLASSES);
    }

    @Test
    void sayingNoKnowsNeitherHttpNorWhoIsCalling() {
        noClasses()
                .that()
                .resideInAPackage("..edge.refusal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..edge.http..", "..edge.caller..", "..edge.body..", "org.springframework..")
                .check(CLASSES);
    }

    @Test
    void answeringDoesNotKnowWhoIsCalling() {
        noClasses()
                .that()
                .resideInAPackage("..edge.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..edge.caller..", "..edge.body..", "org.springframework.security..")
                .check(CLASSES);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("org.ninetyten.edge.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingHasANameThatSaysNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Common|Impl|Manager|Helper)(\\$.*)?")
                .check(CLASSES);
    }
}
