package dev.sharedinbox.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A prod build has nothing of the simulator, and the simulator has nothing of the features it plays with.
class SimulatorGateTest {

    private static final JavaClasses SIMULATOR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sharedinbox.simulator");

    @Test
    void everyBeanAndResource_existsOutsideProdOnly() {
        assertThat(SIMULATOR).hasSizeGreaterThan(50);
        classes()
                .that()
                .areAnnotatedWith(ApplicationScoped.class)
                .or()
                .areAnnotatedWith(Path.class)
                .should(existInDevDemoOrTestOnly())
                .check(SIMULATOR);
    }

    @Test
    void simulator_knowsNoFeature() {
        classes()
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.sharedinbox..")
                        .and(not(resideInAnyPackage("dev.sharedinbox.simulator..", "dev.sharedinbox.platform..")))))
                .check(SIMULATOR);
    }

    @Test
    void subPackages_haveNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("dev.sharedinbox.(**)")
                .should()
                .beFreeOfCycles()
                .check(SIMULATOR);
    }

    private static ArchCondition<JavaClass> existInDevDemoOrTestOnly() {
        return new ArchCondition<>("exist in dev, demo or test only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var profiles = type.tryGetAnnotationOfType(IfBuildProfile.class)
                        .map(gate -> Set.of(gate.anyOf()))
                        .orElse(Set.of());
                var gated = !profiles.isEmpty() && Set.of("dev", "demo", "test").containsAll(profiles);
                events.add(new SimpleConditionEvent(type, gated, type.getName() + " exists in " + profiles));
            }
        };
    }
}
