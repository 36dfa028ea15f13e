package fr.entecole;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import fr.entecole.socle.Commande;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The house's opinions that a machine can hold.
final class ArchitectureRules {

    private static final DescribedPredicate<JavaClass> WRITES_TO_THE_CONSOLE = DescribedPredicate.describe(
            "a command or what runs commands",
            c -> c.isAssignableTo(Commande.class) || c.getPackageName().equals("fr.entecole.exploitation"));

    private static final DescribedPredicate<JavaClass> ASK_THE_DATABASE = DescribedPredicate.describe(
            "ask the database",
            c -> c.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().isEquivalentTo(JdbcClient.class)));

    private static final DescribedPredicate<JavaCall<?>> READS_THE_SYSTEMS_TIME = target(nameMatching("now"))
            .and(target(owner(assignableTo(TemporalAccessor.class))))
            .and(DescribedPredicate.describe(
                    "without a clock",
                    call -> call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(p -> p.isEquivalentTo(Clock.class))))
            .or(target(nameMatching("currentTimeMillis")))
            .or(target(owner(assignableTo(Clock.class))).and(target(nameMatching("system.*"))))
            .forSubtype();

    /// Module and first nested package: "annuaire", "annuaire.classes".
    private static final SliceAssignment PACKAGES = new SliceAssignment() {

        @Override
        public String getDescription() {
            return "packages of a module";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass item) {
            var name = item.getPackageName();
            return name.startsWith("fr.entecole.") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }
    };

    static final List<ArchRule> ALL = List.of(
            fields().should()
                    .notBeAnnotatedWith(Autowired.class)
                    .because("what a class needs stands in its constructor"),
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveNameMatching(".*Utils?")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveNameMatching(".*D(to|TO)")
                    .because("such a name says nothing of what the class stands for"),
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC)
                    .because("pages are asked for by address, never by call"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Calendar")
                    .because("instants are Instant and days LocalDate"),
            noClasses()
                    .that()
                    .areNotAssignableTo(Uuids.class)
                    .and()
                    .haveSimpleNameNotEndingWith("Horloge")
                    .should()
                    .callCodeUnitWhere(READS_THE_SYSTEMS_TIME)
                    .because("time is asked of the injected Clock, which a test can move"),
            noClasses()
                    .that(DescribedPredicate.not(WRITES_TO_THE_CONSOLE))
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("only commands speak on the console; the rest writes to the log"),
            noClasses()
                    .that(ASK_THE_DATABASE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.servlet..")
                    .because("what asks the database knows no request"),
            noClasses()
                    .that()
                    .resideInAnyPackage("fr.entecole.annuaire..", "fr.entecole.journal..", "fr.entecole.courriel..")
                    .and()
                    .haveSimpleNameNotEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..")
                    .because("the directory and the journal serve commands and imports as well as pages"),
            noClasses()
                    .should()
                    .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                    .because("a stream nobody closes keeps its connection for ever: ask for a list"),
            classes()
                    .should(sayNothingWhenTheyAreMade())
                    .because(
                            "a sentence is looked up when it is read: said earlier, it stays in the language of whoever"
                                    + " came first (give it by a method: `String libelle() { return switch (this) … t(\"…\") }`)"),
            classes().should(liveInANullMarkedPackage()).because("null is said in the type, or is not"),
            SlicesRuleDefinition.slices()
                    .assignedFrom(PACKAGES)
                    .namingSlices("$1")
                    .should()
                    .beFreeOfCycles()
                    .because("inside a module too, packages stand on each other in one direction: a nested package"
                            + " knows its module's root or the words under it, never the other way round"),
            classes()
                    .should(fitOnAShelf())
                    .because("whoever opens a package reads its table of contents at one glance: cut it by"
                            + " sub-capability, each with its story in package-info"));

    /// Types written in a package at most.
    private static final int SHELF = 25;

    /// The ground floor has its own number in its story.
    private static final Map<String, Integer> OTHER_SHELVES = Map.of("fr.entecole.socle", 40);

    private ArchitectureRules() {}

    /// Rules ask of what a class calls and holds what it is in turn: that is read too, which `archunit.properties`
    /// leaves out for those who only look at walls.
    static JavaClasses read(Supplier<JavaClasses> reading) {
        return ArchConfiguration.withThreadLocalScope(settings -> {
            for (var what : List.of("MemberTypes", "AccessesToTypes")) {
                settings.setProperty("import.dependencyResolutionProcess.maxIterationsFor" + what, "1");
            }
            return reading.get();
        });
    }

    private static ArchCondition<JavaClass> fitOnAShelf() {
        return new ArchCondition<>("stand in a package of about twenty types") {

            private final Map<String, Integer> counts = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                counts.clear();
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (item.isTopLevelClass() && !item.getSimpleName().equals("package-info")) {
                    counts.merge(item.getPackageName(), 1, Integer::sum);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                counts.forEach((name, count) -> {
                    int most = OTHER_SHELVES.getOrDefault(name, SHELF);
                    if (count > most) {
                        events.add(SimpleConditionEvent.violated(
                                name, name + " holds " + count + " types, " + most + " at most"));
                    }
                });
            }
        };
    }

    /// Neither a static initialiser nor the making of a bean calls `t()`, itself or by what it calls.
    private static ArchCondition<JavaClass> sayNothingWhenTheyAreMade() {
        return new ArchCondition<>("say nothing when they are made") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var made = new ArrayList<JavaCodeUnit>();
                item.getStaticInitializer().ifPresent(made::add);
                if (item.isMetaAnnotatedWith(Component.class) || item.isAnnotatedWith(ConfigurationProperties.class)) {
                    made.addAll(item.getConstructors());
                }
                for (var unit : made) {
                    if (says(unit, new HashSet<>())) {
                        events.add(SimpleConditionEvent.violated(
                                item, unit.getFullName() + " calls Phrases in " + unit.getSourceCodeLocation()));
                    }
                }
            }
        };
    }

    private static boolean says(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return false;
        }
        // What stands in a lambda is done later.
        return Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getConstructorCallsFromSelf().stream())
                .filter(call -> !call.isDeclaredInLambda())
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Phrases.class)
                        || call.getTarget()
                                .resolveMember()
                                .filter(next -> says(next, seen))
                                .isPresent());
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }
}
