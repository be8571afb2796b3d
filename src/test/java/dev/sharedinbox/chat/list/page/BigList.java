package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.ChatAttributeOptionView;
import dev.sharedinbox.chat.ChatAttributeType;
import dev.sharedinbox.chat.ChatRows;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.list.ChatCatalogues;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A list of the benchmark's big workspace, and the statement that the product sends for it, with its values written
/// out so that `pgbench` and `explain` can run it.
record BigList(String name, String user, String what, String filter, String search) {

    static final Path DIRECTORY = Path.of("src", "bench", "biglists");

    private static final UUID WORKSPACE = UUID.fromString("01900000-0000-7000-8000-0000000b0001");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    /// As many as [ListBounds] lets the first statement of a page and a count look at.
    private static final long FIRST_LOOK = 2_000;

    private static final long COUNTED = 20_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([0-9]+)");
    private static final List<ChatAttributeOptionView> PLANS = Stream.of("free", "pro", "enterprise")
            .map(key -> new ChatAttributeOptionView(key, key, false))
            .toList();

    static List<BigList> all() {
        try (var lines = Files.lines(DIRECTORY.resolve("lists.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new BigList(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Both statements of the first page of open chats, for `pgbench`.
    static String pageScript() {
        var open = all().stream()
                .filter(list -> list.name().equals("open"))
                .findFirst()
                .orElseThrow();
        return "-- What the product sends for a page of open chats; ListPlanTest keeps it so.\n"
                + open.sql() + " \\gset\n"
                + ChatRows.BY_ID.replace("$1", literal(WORKSPACE)).replace("$2", ":ids::uuid[]") + ";\n";
    }

    /// Whether it looks for customers first.
    boolean isOfCustomers() {
        return !search.isEmpty() || filter.contains(ChatFields.PHONE);
    }

    /// Whether so many have the short name that the list itself is walked and soon fills a page.
    boolean isMeantToFillAPage() {
        return name.equals("search: short name of many");
    }

    boolean isCount() {
        return what.equals("count");
    }

    /// Whether PostgreSQL has no trigram of the name it looks for.
    boolean isOfShortName() {
        return search.length() == 2;
    }

    /// Whether any values have the same plan, so that it is planned once.
    boolean isWalk() {
        return statement().isWalk();
    }

    String sql() {
        return written(statement());
    }

    /// Its statement, named `list` and prepared.
    String prepare() {
        return "prepare list as " + statement().text();
    }

    /// The call of that.
    String execute() {
        var values = statement().values();
        return IntStream.rangeClosed(1, values.size())
                .mapToObj(place -> literal(values, place))
                .collect(Collectors.joining(", ", "execute list(", ")"));
    }

    /// A statement of the list's form with other values: times count from when it runs.
    static String written(ListStatement statement) {
        return PLACEHOLDER
                .matcher(statement.text())
                .replaceAll(value -> literal(statement.values(), Integer.parseInt(value.group(1)))
                        .replace("\\", "\\\\")
                        .replace("$", "\\$"));
    }

    private ListStatement statement() {
        var catalogue = ChatCatalogues.catalogue(List.of(
                attribute(1, "plan", ChatAttributeType.ENUM, PLANS),
                attribute(2, "order", ChatAttributeType.TEXT, List.of()),
                attribute(3, "total", ChatAttributeType.NUMBER, List.of())));
        var condition = ChatQuery.of(null, filter, search).check(viewer(), catalogue);
        var wanted = Wanted.of(viewer(), condition, ChatSort.LAST_ACTIVITY, NOW);
        var page = new PageRequest(PageRequest.DEFAULT_SIZE, false, Optional.empty());
        return switch (what) {
            case "page" -> ListStatement.page(wanted, page, Optional.empty(), 0, Optional.empty(), FIRST_LOOK);
            case "deep" -> ListStatement.page(wanted, page, Optional.of(farDown()), 0, Optional.empty(), FIRST_LOOK);
            case "count" -> ListStatement.count(wanted, 1_001, Optional.empty(), COUNTED);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Viewer viewer() {
        var scope = switch (user) {
            case "big-admin" -> scope(ChatAccess.ALL, Optional.empty(), id("0021", 60));
            case "big-1" -> scope(ChatAccess.MATCH_ASSIGNEE, Optional.empty(), id("0021", 1));
            case "big-small" ->
                scope(ChatAccess.MATCH_ASSIGNEE_OR_UNASSIGNED, Optional.of(Set.of(id("0051", 7))), id("0021", 61));
            default -> throw new IllegalArgumentException(user);
        };
        return new Viewer(WORKSPACE, scope.userId(), WORKSPACE, Set.of(), scope, ZoneOffset.UTC);
    }

    private static AccessScope scope(ChatAccess access, Optional<Set<UUID>> inboxes, UUID user) {
        return new AccessScope(access, inboxes, user, Set.of());
    }

    private static ListPlace farDown() {
        return ListPlace.of(NOW.minus(Duration.ofDays(600)), WORKSPACE);
    }

    private static ChatAttributeView attribute(
            int number, String key, ChatAttributeType type, List<ChatAttributeOptionView> options) {
        return new ChatAttributeView(id("0081", number).toString(), key, key, null, type, options, false, List.of());
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString("01900000-%s-7000-8000-%012x".formatted(kind, number));
    }

    private static String literal(Tuple values, int place) {
        return literal(values.getValue(place - 1));
    }

    private static String literal(Object value) {
        return switch (value) {
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case OffsetDateTime time ->
                "(now() - interval '%d s')"
                        .formatted(Duration.between(time.toInstant(), NOW).toSeconds());
            case Object array when array.getClass().isArray() -> "'{" + String.join(", ", elements(array)) + "}'";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    private static List<String> elements(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(index -> Array.get(array, index).toString())
                .toList();
    }
}
