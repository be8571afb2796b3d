package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Puts ids where a filter calls tags by their names. It asks for nothing when no tag is called by its name.
@ApplicationScoped
public class TagNames {

    /// No two tags have names that differ in case only, but one that is being deleted may have that of another.
    private static final String BY_NAME = """
            select written.name, tag.id from unnest($2::text[]) as written (name) join tag on tag.workspace_id = $1
                and lower(tag.name collate "pg_c_utf8") = lower(written.name collate "pg_c_utf8")
                and tag.deleted_at is null
            """;

    private final Pool pool;

    TagNames(Pool pool) {
        this.pool = pool;
    }

    /// The same filter with ids only; fails with `INVALID_FILTER` when the workspace has no such tag.
    ///
    /// @param path where the filter stands in a request
    public Uni<Filter> resolve(UUID workspaceId, Filter filter, String... path) {
        var names = names(filter).distinct().toArray(String[]::new);
        return names.length == 0
                ? Uni.createFrom().item(filter)
                : pool.preparedQuery(BY_NAME)
                        .execute(Tuple.of(workspaceId, names))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .collect(Collectors.toMap(row -> row.getString("name"), row -> row.getUUID("id"))))
                        .map(ids -> withIds(filter, ids, List.of(path)));
    }

    /// What cannot be the name of a tag is left for the check to refuse.
    private static Stream<String> names(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> parts.stream().flatMap(TagNames::names);
            case Filter.Any(var parts) -> parts.stream().flatMap(TagNames::names);
            case Filter.Rule rule
            when rule.field().equals(ChatFields.TAGS) -> rule.values().stream().filter(TagNames::isName);
            case Filter.Rule _ -> Stream.empty();
        };
    }

    private static boolean isName(String value) {
        return Ids.parse(value).isEmpty() && !value.isBlank() && value.length() <= 100 && Texts.isStorable(value);
    }

    private static Filter withIds(Filter filter, Map<String, UUID> ids, List<String> path) {
        return switch (filter) {
            case Filter.All(var parts) -> new Filter.All(withIds(parts, ids, below(path, "all")));
            case Filter.Any(var parts) -> new Filter.Any(withIds(parts, ids, below(path, "any")));
            case Filter.Rule rule
            when rule.field().equals(ChatFields.TAGS) ->
                new Filter.Rule(rule.field(), rule.operator(), values(rule, ids, below(path, "rule", "values")));
            case Filter.Rule _ -> filter;
        };
    }

    private static List<Filter> withIds(List<Filter> parts, Map<String, UUID> ids, List<String> path) {
        return IntStream.range(0, parts.size())
                .mapToObj(place -> withIds(parts.get(place), ids, below(path, Integer.toString(place))))
                .toList();
    }

    private static List<String> values(Filter.Rule rule, Map<String, UUID> ids, List<String> path) {
        return IntStream.range(0, rule.values().size())
                .mapToObj(place -> value(rule.values().get(place), ids, below(path, Integer.toString(place))))
                .toList();
    }

    private static String value(String written, Map<String, UUID> ids, List<String> path) {
        return isName(written)
                ? Optional.ofNullable(ids.get(written))
                        .map(UUID::toString)
                        .orElseThrow(() -> new InboxException(
                                ErrorCode.INVALID_FILTER,
                                "There is no such tag. Expected a tag's id or its name, which the query tags lists.",
                                path.toArray(String[]::new)))
                : written;
    }

    private static List<String> below(List<String> path, String... place) {
        return Stream.concat(path.stream(), Stream.of(place)).toList();
    }
}
