package dev.sharedinbox.whatsapp.webhook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.whatsapp.webhook.Payloads;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the table in `src/docs/webhooks.md` to what the bodies we know become.
class WebhookTableTest {

    private static final Path PAGE = Path.of("src/docs/webhooks.md");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    /// What any message may have in its content.
    private static final Set<String> COMMON = Set.of(
            "forwarded",
            "frequentlyForwarded",
            "referredProduct",
            "referral",
            "failure",
            "errors",
            "participant",
            "conversationContext",
            "creationType");

    private static Map<String, Row> table;

    private final ObjectMapper mapper = new ObjectMapper();

    @BeforeAll
    static void read() throws IOException {
        table = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") && line.split("\\|").length == 5)
                .flatMap(Row::of)
                .collect(Collectors.toMap(Row::what, Function.identity()));
    }

    @Test
    void whatTheBodiesWeKnowBecome_standsInTheTable() {
        // When
        var told = Payloads.all().stream().flatMap(this::told).toList();

        // Then
        assertThat(told).hasSizeGreaterThan(200);
        assertThat(told)
                .extracting(Told::line)
                .isSubsetOf(table.values().stream().map(Row::line).toList());
        assertThat(told)
                .allSatisfy(one ->
                        assertThat(table.get(one.what()).words()).as(one.what()).containsAll(one.content()));
    }

    @Test
    void contentThatAnyMessageMayHave_isDescribed() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(COMMON).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private Stream<Told> told(byte[] body) {
        var root = tree(body);
        return AnyBody.items(body).orElseThrow().stream()
                .filter(item -> !(item instanceof Item.Failed))
                .map(item -> new Told(
                        item.field() + " " + kind(item, root.at(pointer(item.path()))), outcome(item), content(item)));
    }

    /// The list it stands in, or what kind of message it is.
    private static String kind(Item item, JsonNode element) {
        var list = item.path().replaceAll(".*\\.(\\w+)(\\[\\d+\\])?$", "$1");
        if (!list.equals("messages") && !list.equals("message_echoes")) {
            return list.equals("value") ? "" : list;
        }
        var said = element.has("message") ? element.path("message") : element;
        var type = said.path("type").asText();
        return Set.of("interactive", "system").contains(type) && said.path(type).has("type")
                ? type + " " + said.path(type).path("type").asText()
                : type;
    }

    private static String outcome(Item item) {
        return switch (item) {
            case Item.Kept _ -> "kept";
            case Item.Failed _ -> "failed";
            case Item.Understood understood ->
                switch (understood.incoming()) {
                    case Incoming.Message message -> message.type().name();
                    case Incoming.Reaction _ -> "reaction";
                    case Incoming.Amendment amendment -> amendment.kind().name().toLowerCase(Locale.ROOT);
                    case Incoming.Call _ -> "CALL";
                    case Incoming.Status _ -> "status";
                    case Incoming.Marketing _ -> "marketing";
                    case Incoming.BookEntry _ -> "name";
                    case Incoming.Account _ -> "account event";
                };
        };
    }

    private static List<String> content(Item item) {
        return item instanceof Item.Understood understood && understood.incoming() instanceof Incoming.Message message
                ? message.content().fieldNames().stream()
                        .filter(name -> !COMMON.contains(name))
                        .toList()
                : List.of();
    }

    private JsonNode tree(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonPointer pointer(String path) {
        return JsonPointer.compile("/" + path.replace("]", "").replace('[', '/').replace('.', '/'));
    }

    private record Told(String what, String outcome, List<String> content) {

        String line() {
            return what + " -> " + outcome;
        }
    }

    /// What the table says of one kind of item; a line may speak of several.
    ///
    /// @param words what stands in quotes in its last cell
    private record Row(String what, String outcome, List<String> words) {

        static Stream<Row> of(String line) {
            var cells = line.split("\\|");
            var kinds = words(cells[2]);
            return words(cells[1]).stream()
                    .flatMap(field -> (kinds.isEmpty() ? List.of("") : kinds)
                            .stream().map(kind -> new Row(field + " " + kind, cells[3].strip(), words(cells[4]))));
        }

        private static List<String> words(String cell) {
            return WORD.matcher(cell).results().map(found -> found.group(1)).toList();
        }

        String line() {
            return what + " -> " + outcome;
        }
    }
}
