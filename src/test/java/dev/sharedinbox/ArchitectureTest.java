package dev.sharedinbox;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the rooms and arrows: what stands in the table is allowed, everything else is not.
class ArchitectureTest {

    private static final String BASE = "dev.sharedinbox";

    /// Each room in order, with the rooms above it that it may use.
    private static final Map<String, List<String>> ROOMS = rooms("""
            platform:
            change: platform
            team: platform change
            contact: platform change team
            channel: platform change team
            media: platform change team channel
            delivery: platform change team channel
            filter: platform
            chat: platform change team contact channel media delivery filter
            space: platform change team filter chat
            lead: platform change team contact filter chat
            chatbot: platform change team contact channel filter chat lead
            assist: platform change team filter chat
            notification: platform change team contact chat
            realtime: platform change team contact channel filter chat space notification
            integration: platform change team contact channel filter chat
            whatsapp: platform change team contact channel media delivery chat lead chatbot
            simulator: platform
            demo: platform change team contact channel filter chat space lead chatbot
            """);

    /// The rooms inside `realtime`, each of which may use those above it.
    private static final List<String> LIVE_ROOMS = List.of(
            "realtime.wire",
            "realtime.row",
            "realtime.event",
            "realtime.tail",
            "realtime.feed",
            "realtime.list",
            "realtime.count",
            "realtime",
            "realtime.changes",
            "realtime.presence",
            "realtime.socket",
            "realtime.graphql");

    /// The rooms inside `whatsapp.webhook`, each of which may use those above it.
    private static final List<String> ROOMS_OF_THE_WAY_IN = List.of(
            "whatsapp.webhook.body",
            "whatsapp.webhook.account",
            "whatsapp.webhook.reading",
            "whatsapp.webhook.ledger",
            "whatsapp.webhook.lane",
            "whatsapp.webhook.admin",
            "whatsapp.webhook");

    /// The rooms of the chat list, each of which may use those above it.
    private static final List<String> LIST_ROOMS = List.of(
            "chat.list.field", "chat.list.known", "chat.list.way", "chat.list.page", "chat.list.tally", "chat.list");

    /// The rooms of the filter language, each of which may use those above it.
    private static final List<String> FILTER_ROOMS = List.of("filter.condition", "filter", "filter.text");

    private static final List<String> LEAVES = List.of("whatsapp", "realtime", "simulator", "integration", "demo");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void import_isNotEmpty() {
        assertThat(PRODUCT).hasSizeGreaterThan(60);
    }

    @TestFactory
    Stream<DynamicTest> room_usesOnlyWhatTheTableAllows() {
        return ROOMS.entrySet().stream()
                .map(room -> dynamicTest(
                        room.getKey(),
                        () -> onlyUses(room.getKey(), room.getValue()).check(PRODUCT)));
    }

    @Test
    void table_pointsUpwardOnly() {
        var names = List.copyOf(ROOMS.keySet());

        assertThat(ROOMS)
                .allSatisfy((room, allowed) ->
                        assertThat(names.subList(0, names.indexOf(room))).containsAll(allowed));
        assertThat(ROOMS.values()).allSatisfy(allowed -> assertThat(allowed).doesNotContainAnyElementsOf(LEAVES));
    }

    @Test
    void everyClass_livesInARoom() {
        check(classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(ROOMS.keySet().stream()
                        .flatMap(room -> Stream.of(packages(room)))
                        .toArray(String[]::new)));
    }

    @Test
    void packages_areFreeOfCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void liveRooms_useOnlyThoseAboveThem() {
        checkOrder("realtime", LIVE_ROOMS);
    }

    @Test
    void roomsOfTheWayIn_useOnlyThoseAboveThem() {
        checkOrder("whatsapp.webhook", ROOMS_OF_THE_WAY_IN);
    }

    @Test
    void roomsOfTheChatList_useOnlyThoseAboveThem() {
        checkOrder("chat.list", LIST_ROOMS);
    }

    @Test
    void roomsOfTheFilterLanguage_useOnlyThoseAboveThem() {
        checkOrder("filter", FILTER_ROOMS);
    }

    private static void checkOrder(String house, List<String> rooms) {
        assertThat(PRODUCT.getPackage(BASE + "." + house).getSubpackagesInTree())
                .extracting(room -> room.getName().substring(BASE.length() + 1))
                .isSubsetOf(rooms);
        for (int i = 0; i < rooms.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "." + rooms.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(rooms.stream()
                            .skip(i + 1)
                            .map(room -> BASE + "." + room)
                            .toArray(String[]::new))
                    .check(PRODUCT);
        }
    }

    private static ArchRule onlyUses(String room, List<String> allowed) {
        var others = ROOMS.keySet().stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(packages(room)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static String packages(String room) {
        return BASE + "." + room + "..";
    }

    private static Map<String, List<String>> rooms(String table) {
        var rooms = new LinkedHashMap<String, List<String>>();
        table.lines().map(line -> line.split(":")).forEach(row -> rooms.put(row[0], words(row)));
        return rooms;
    }

    private static List<String> words(String[] row) {
        return row.length < 2 ? List.of() : Arrays.asList(row[1].strip().split(" "));
    }
}
