package dev.sharedinbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.graphql.spi.EventingService;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds what every class of the product may do, in whatever room it lives.
class CodingRulesTest {

    private static final String BASE = "dev.sharedinbox";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void names_sayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Handler|Processor)")
                .because("a name says what a thing is in the inbox's language"));
    }

    @Test
    void timeAndIds_comeFromThePlatform() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(packages("platform"), packages("demo"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID"));
    }

    @Test
    void nothing_blocks() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(packages("demo"))
                .should()
                .callMethodWhere(describe("blocks", CodingRulesTest::blocks)));
    }

    @Test
    void packages_areNullMarkedAndCheckReturnValues() {
        assertThat(PRODUCT.getPackage(BASE).getSubpackagesInTree().stream().filter(CodingRulesTest::holdsClasses))
                .isNotEmpty()
                .allSatisfy(room -> {
                    assertThat(room.isAnnotatedWith(NullMarked.class)).isTrue();
                    assertThat(room.isAnnotatedWith(CheckReturnValue.class)).isTrue();
                });
    }

    @Test
    void output_goesToTheLog() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PRODUCT);
    }

    @Test
    void graphqlApis_arePublicAndNamedSo() {
        check(classes()
                .that()
                .areAnnotatedWith(GraphQLApi.class)
                .should()
                .bePublic()
                .andShould()
                .haveSimpleNameEndingWith("Api"));
    }

    @Test
    void websockets_liveInRealtime() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(packages("realtime"))
                .should()
                .beAnnotatedWith(WebSocket.class));
    }

    /// SmallRye keeps its services when a live reload replaces all our classes: what they hold on to would be of
    /// before.
    @Test
    void servicesOfTheEngine_knowNoClassOfOurs() {
        assertThat(PRODUCT.that(implement(EventingService.class)))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.getDirectDependenciesFromSelf())
                        .extracting(Dependency::getTargetClass)
                        .filteredOn(target -> target.getName().startsWith(BASE) && !target.equals(service))
                        .isEmpty());
    }

    private static boolean blocks(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        var method = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.Thread" -> method.equals("sleep");
            case "java.util.concurrent.CompletableFuture" -> method.equals("join") || method.equals("get");
            case "io.smallrye.mutiny.Uni" -> method.equals("await");
            default -> owner.startsWith("io.vertx.mutiny") && method.endsWith("AndAwait");
        };
    }

    private static boolean holdsClasses(JavaPackage room) {
        return room.getClasses().stream().anyMatch(type -> !type.getSimpleName().equals("package-info"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static String packages(String room) {
        return BASE + "." + room + "..";
    }
}
