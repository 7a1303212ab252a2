package org.ninetyten.events.stored;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Event;
import org.ninetyten.events.stored.StoredEventTypes.StoredType;

/** What events may know, and what every event is. */
class SharedEventsRulesTest {

    private static final String[] EVENTS = {
        "org.ninetyten.events",
        "org.ninetyten.events.officer",
        "org.ninetyten.events.account",
        "org.ninetyten.events.policy",
        "org.ninetyten.events.schedule",
        "org.ninetyten.events.transgression"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ninetyten.events");

    private static final Set<Class<?>> LISTED =
            StoredEventTypes.all().stream().map(StoredType::type).collect(Collectors.toUnmodifiableSet());

    @Test
    void eventsAreWrittenInPlainJavaAlone() {
        classes()
                .that(resideInAnyPackage(EVENTS))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations").or(resideInAnyPackage(EVENTS)))
                .check(CLASSES);
    }

    @Test
    void howTheyAreStoredAndWhatFollowsFromThemAloneAreTheOnlyOtherPackages() {
        classes()
                .should()
                .resideInAnyPackage(concat(
                        EVENTS,
                        "org.ninetyten.events.stored",
                        "org.ninetyten.events.keyring",
                        "org.ninetyten.events.transaction",
                        "org.ninetyten.events.advice",
                        "org.ninetyten.events.schedule",
                        "org.ninetyten.events.posting"))
                .check(CLASSES);
    }

    @Test
    void everyEventIsAnImmutableRecordThatCanBeStored() {
        classes()
                .that(assignableTo(Event.class))
                .and(not(INTERFACES))
                .should()
                .beRecords()
                .andShould(beListed())
                .check(CLASSES);
    }

    @Test
    void everyAggregateHasOneSealedInterfaceForItsEvents() {
        Set<Class<?>> families = Arrays.stream(EVENTS)
                .flatMap(name ->
                        CLASSES.stream().filter(type -> type.getPackageName().equals(name)))
                .filter(type -> type.isInterface() && type.isAssignableTo(Event.class))
                .map(JavaClass::reflect)
                .filter(type -> type != Event.class)
                .collect(Collectors.toSet());

        assertThat(families)
                .hasSize(org.ninetyten.events.Subject.values().length)
                .allMatch(Class::isSealed);
        assertThat(families.stream()
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .collect(Collectors.toSet()))
                .isEqualTo(LISTED);
    }

    @Test
    void noStoredNameIsAClassNameAndNoneIsTakenTwice() {
        assertThat(StoredEventTypes.all())
                .allSatisfy(stored -> assertThat(stored.name()).doesNotContain("."))
                .extracting(StoredType::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("org.ninetyten.events.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nothingHasANameThatSaysNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Common|Impl|Manager|Helper)(\\$.*)?")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> beListed() {
        return new ArchCondition<>("be listed in StoredEventTypes") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        LISTED.contains(type.reflect()),
                        type.getSimpleName() + " has no stored name: add it to StoredEventTypes"));
            }
        };
    }

    private static String[] concat(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
