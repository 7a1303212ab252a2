package org.ninetyten.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.edge.caller.AccessTable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.ninetyten.command", importOptions = ImportOption.DoNotIncludeTests.class)
class CommandSideRulesTest {

    /** The classes that speak SQL; every other goes through the event store. */
    private static final Set<String> SPEAK_SQL = Set.of(
            "AccountPeople",
            "CasesOfOfficers",
            "DestroyedKeys",
            "Imports",
            "KnownVersions",
            "OfficersToLookAt",
            "OneStore",
            "ReportedConcerns",
            "ReservedHandles",
            "RunningImports",
            "ToRequire");

    private static final DescribedPredicate<JavaClass> SPEAKS_SQL =
            describe("one of " + SPEAK_SQL, type -> SPEAK_SQL.contains(type.getSimpleName()));

    private static final DescribedPredicate<JavaClass> CONTROLLER =
            describe("a controller", type -> type.isAnnotatedWith(RestController.class));

    /** Not that of imports, which takes a sheet: the commands are given by whoever works on its lines. */
    private static final DescribedPredicate<JavaClass> CONTROLLER_OF_COMMANDS = describe(
            "a controller of commands",
            type -> CONTROLLER.test(type) && !type.getSimpleName().equals("ImportController"));

    private static final DescribedPredicate<JavaMethod> HANDLES_A_COMMAND =
            describe("handle a command", method -> method.isAnnotatedWith(CommandHandler.class));

    @ArchTest
    static final ArchRule theCommandSideNeverDependsOnTheQuerySide =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.ninetyten.query..");

    @ArchTest
    static final ArchRule noPackageDependsOnItselfThroughOthers =
            slices().matching("org.ninetyten.command.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aControllerHandsCommandsToTheDeskAndDecidesNothing = noClasses()
            .that(CONTROLLER_OF_COMMANDS)
            .should()
            .dependOnClassesThat(describe(
                    "more than the desk, the commands and their answers",
                    type -> type.getPackageName().startsWith("org.ninetyten")
                            && !type.getPackageName().equals(CommandDesk.class.getPackageName())
                            && !type.isAssignableTo(Command.class)
                            && type.getEnclosingClass()
                                    .filter(outer -> outer.isAssignableTo(Command.class))
                                    .isEmpty()
                            && !type.isEquivalentTo(Answer.class)
                            && !type.getPackageName().equals("org.ninetyten.edge.body")
                            && !type.getSimpleName().endsWith("Examples")
                            && !type.isAnnotatedWith(RestController.class)));

    @ArchTest
    static final ArchRule aControllerMakesItsCommandInOnePlaceAndHasNoStateButTheDesk = fields().that()
            .areDeclaredInClassesThat(CONTROLLER_OF_COMMANDS)
            .should()
            .haveRawType(CommandDesk.class)
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule aggregatesTouchNeitherDatabaseNorHttp = noClasses()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .or()
            .areAssignableTo(EventSourced.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "org.springframework.jdbc..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "org.ninetyten.edge.http..");

    @ArchTest
    static final ArchRule anAggregateIsKnownToNobodyOutsideItsPackage =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule whatHappenedIsAssignedInOnePlaceOnly = methods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .beDeclaredIn(EventSourced.class);

    @ArchTest
    static final ArchRule onlyTheListedClassesSpeakSql = noClasses()
            .that(DescribedPredicate.not(SPEAKS_SQL))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoAField = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource");

    @ArchTest
    static final ArchRule everythingIsCalledWhatItIsFor = noClasses()
            .should()
            .haveNameMatching("(?i).*\\.?(util|utils|common|impl|manager|helper|helpers)(\\..*)?$")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    @ArchTest
    static final ArchRule everyCommandIsARecord = methods()
            .that(HANDLES_A_COMMAND)
            .should(new ArchCondition<>("take a record that is a command first") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    JavaClass command = method.getRawParameterTypes().getFirst();
                    boolean kept = command.isRecord() && command.isAssignableTo(Command.class);
                    events.add(new SimpleConditionEvent(
                            method, kept, method.getFullName() + " takes " + command.getName()));
                }
            });

    /** Both ways: a path without a row would be there for nobody, a row without a path would promise what is not. */
    @ArchTest
    static void everyPathHasARowInTheAccessTableAndEveryCommandRowHasAPath(JavaClasses all) {
        Set<String> paths = all.stream()
                .filter(CONTROLLER)
                .map(JavaClass::reflect)
                .flatMap(CommandSideRulesTest::paths)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = AccessTable.rows().stream()
                .filter(row -> !row.method().equals("GET")
                        || row.path().getPatternString().startsWith("/api/imports"))
                .filter(row -> !belongsToTheQuerySide(row.path().getPatternString()))
                .map(row -> row.method() + " " + row.path().getPatternString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(paths).isNotEmpty().isEqualTo(rows);
    }

    /** What the query side is told to do: none of it is a command to an aggregate. */
    private static boolean belongsToTheQuerySide(String path) {
        return path.startsWith("/api/reassessments")
                || path.startsWith("/api/duties")
                || path.startsWith("/api/projections")
                || path.endsWith("/recommendation");
    }

    private static Stream<String> paths(Class<?> controller) {
        RequestMapping ofClass = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String prefix = ofClass == null ? "" : ofClass.path()[0];
        return Arrays.stream(controller.getDeclaredMethods()).flatMap(method -> path(prefix, method));
    }

    private static Stream<String> path(String prefix, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        String rest = mapping.path().length == 0 ? "" : mapping.path()[0];
        return Arrays.stream(mapping.method()).map(verb -> verb + " " + prefix + rest);
    }
}
