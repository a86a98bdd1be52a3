package io.sandtable;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom, across all jars of the service; the table of modules is the design's. */
class ArchitectureTest {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("model", Set.of()),
            entry("store", Set.of("model")),
            entry("rules", Set.of("model")),
            entry("simulation", Set.of("model", "rules")),
            entry("audit", Set.of()),
            entry("datasets", Set.of("model", "store")),
            entry("ingest", Set.of("model", "store", "datasets")),
            entry("web", Set.of("model", "store", "rules", "simulation", "audit", "datasets", "ingest")));

    private static final String[] PLAIN = {
        "io.sandtable.model..", "io.sandtable.rules..", "io.sandtable.simulation..", "io.sandtable.audit.."
    };

    /** ANTLR writes it. */
    private static final Set<String> GENERATED = Set.of("io.sandtable.rules.grammar");

    private static final ApplicationModules MODULES = ApplicationModules.of(App.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sandtable");

    @Test
    void modules_areAllInTheCheck() {
        assertThat(MODULES.stream().map(ArchitectureTest::name)).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void modules_reachIntoNobodysInternalsAndFormNoCycle() {
        MODULES.verify();
    }

    @Test
    void modules_useOnlyWhatTheDesignAllows() {
        for (ApplicationModule module : MODULES) {
            List<String> used = module.getDirectDependencies(MODULES)
                    .uniqueModules()
                    .map(ArchitectureTest::name)
                    .toList();

            assertThat(MAY_USE.get(name(module)))
                    .as("what %s may use", name(module))
                    .containsAll(used);
        }
    }

    @Test
    void plainModules_knowNeitherSpringNorNeo4j() {
        noClasses()
                .that()
                .resideInAnyPackage(PLAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.neo4j..")
                .check(CLASSES);
    }

    /** The planner is held against these companies; what they had in common with it, it would be right about for the wrong reason. */
    @Test
    void inventedHistories_shareNothingWithThePlanner() {
        noClasses()
                .that()
                .resideInAPackage("io.sandtable.datasets.history..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "org.jspecify..",
                        "io.sandtable.datasets.history..",
                        "io.sandtable.datasets.writing..")
                .check(CLASSES);
    }

    @Test
    void names_sayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Dto)(\\$.*)?")
                .because("a helper belongs on the type it is about, and an implementation is named for how it differs")
                .check(CLASSES);
    }

    @Test
    void time_comesFromAClock() {
        noClasses()
                .should(callCodeUnitWhere(target(readsTheMachinesTime())))
                .because("a run repeats only if its clock was given to it; take a java.time.Clock")
                .check(CLASSES);
    }

    @Test
    void clocks_areMadeWhereTheServiceBegins() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sandtable.web..")
                .should(callCodeUnitWhere(target(makesASystemClock())))
                .check(CLASSES);
    }

    @Test
    void chance_comesFromASeed() {
        noClasses()
                .should(callCodeUnitWhere(target(makesUnseededChance())))
                .because("a run repeats only from a seed; take a RandomGenerator")
                .check(CLASSES);
    }

    @Test
    void packages_areAllNullMarked() {
        Stream<JavaPackage> packages = CLASSES.getPackage("io.sandtable").getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty() && !GENERATED.contains(p.getName()));

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked on %s", p.getName())
                        .isTrue());
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static DescribedPredicate<CodeUnitCallTarget> readsTheMachinesTime() {
        return DescribedPredicate.describe(
                "reads the machine's time",
                call -> (call.getOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")
                                && call.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class)))
                        || (call.getOwner().isEquivalentTo(System.class)
                                && call.getName().equals("currentTimeMillis")));
    }

    private static DescribedPredicate<CodeUnitCallTarget> makesASystemClock() {
        return DescribedPredicate.describe(
                "makes a system clock",
                call -> call.getOwner().isEquivalentTo(Clock.class)
                        && (call.getName().startsWith("system")
                                || call.getName().startsWith("tick")));
    }

    private static DescribedPredicate<CodeUnitCallTarget> makesUnseededChance() {
        return DescribedPredicate.describe("makes unseeded chance", call -> switch (call.getOwner()
                .getName()) {
            case "java.util.Random", "java.util.SplittableRandom" ->
                call.getName().equals("<init>") && call.getRawParameterTypes().isEmpty();
            case "java.lang.Math", "java.lang.StrictMath" -> call.getName().equals("random");
            case "java.util.UUID" -> call.getName().equals("randomUUID");
            default ->
                (call.getOwner().isEquivalentTo(ThreadLocalRandom.class)
                                && call.getName().equals("current"))
                        || (call.getOwner().isEquivalentTo(RandomGenerator.class)
                                && (call.getName().equals("of")
                                        || call.getName().equals("getDefault")));
        });
    }
}
