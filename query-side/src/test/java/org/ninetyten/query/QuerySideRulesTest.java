package org.ninetyten.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@AnalyzeClasses(packages = "org.ninetyten.query", importOptions = ImportOption.DoNotIncludeTests.class)
class QuerySideRulesTest {

    @ArchTest
    static final ArchRule theQuerySideKnowsNothingOfTheCommandSide =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.ninetyten.command..");

    @ArchTest
    static final ArchRule noPackageDependsOnOneThatDependsOnIt =
            slices().matching("org.ninetyten.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheProjectionPackageKnowsProcessors = noClasses()
            .that()
            .resideOutsideOfPackage("org.ninetyten.query.projection")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework.eventhandling..",
                    "org.axonframework.config..",
                    "org.axonframework.messaging..",
                    "org.axonframework.eventsourcing..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith(jakarta.annotation.Resource.class);

    @ArchTest
    static final ArchRule controllersAskViewsAndSpeakNoSql = noClasses()
            .that()
            .haveSimpleNameEndingWith("Queries")
            .or()
            .resideInAPackage("org.ninetyten.query.page")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule sqlIsSpokenOnlyInViewsAndTheProjectionPackage = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.ninetyten.query.accounts",
                    "org.ninetyten.query.acknowledgements",
                    "org.ninetyten.query.advice",
                    "org.ninetyten.query.duties",
                    "org.ninetyten.query.history",
                    "org.ninetyten.query.officers",
                    "org.ninetyten.query.overview",
                    "org.ninetyten.query.policies",
                    "org.ninetyten.query.projection",
                    "org.ninetyten.query.reassessment",
                    "org.ninetyten.query.scope",
                    "org.ninetyten.query.transgressions")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIsFor =
            noClasses().should().haveNameMatching(".*(Util|Utils|Common|Impl|Manager|Helper)([.$].*)?");

    /** It reads the copy of events in the table, wherever they are kept: docs/adr/0016-axon-server.md. */
    @Test
    void theQuerySideHasNothingThatCouldCallAnAxonServer() {
        assertThatThrownBy(() -> Class.forName("org.axonframework.axonserver.connector.AxonServerConfiguration"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
