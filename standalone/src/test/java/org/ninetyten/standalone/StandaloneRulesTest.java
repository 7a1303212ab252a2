package org.ninetyten.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Standalone puts the sides together and has nothing of its own that they do not; here both can be seen at once. */
@AnalyzeClasses(packages = "org.ninetyten", importOptions = ImportOption.DoNotIncludeTests.class)
class StandaloneRulesTest {

    @ArchTest
    static final ArchRule theCommandSideKnowsNothingOfTheQuerySide = noClasses()
            .that()
            .resideInAPackage("org.ninetyten.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ninetyten.query..");

    @ArchTest
    static final ArchRule theQuerySideKnowsNothingOfTheCommandSide = noClasses()
            .that()
            .resideInAPackage("org.ninetyten.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ninetyten.command..");

    @ArchTest
    static final ArchRule nobodyDependsOnStandalone = classes()
            .that()
            .resideInAPackage("org.ninetyten.standalone..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("org.ninetyten.standalone..");

    @ArchTest
    static final ArchRule standaloneHasNoEndpoint = noClasses()
            .that()
            .resideInAPackage("org.ninetyten.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web..");

    @ArchTest
    static final ArchRule standaloneHandlesNoCommandEventOrQuery = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.ninetyten.standalone..")
            .should()
            .notBeMetaAnnotatedWith("org.axonframework.messaging.annotation.MessageHandler");

    @ArchTest
    static final ArchRule standaloneKnowsOfTheSidesOnlyHowTheyArePutTogether = noClasses()
            .that()
            .resideInAPackage("org.ninetyten.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ninetyten.command.*..", "org.ninetyten.query.*..", "org.ninetyten.events.*..");

    @ArchTest
    static final ArchRule theStoryIsToldOverHttpAlone = noClasses()
            .that()
            .resideInAPackage("org.ninetyten.standalone.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.ninetyten.command..", "org.ninetyten.query..", "org.axonframework..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.ninetyten.standalone.(**)").should().beFreeOfCycles();
}
