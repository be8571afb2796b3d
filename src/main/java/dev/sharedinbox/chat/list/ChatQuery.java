package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.field.AttributeFields;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.contact.WrittenNumber;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.text.FilterText;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which chats a client asks for. It says nothing about access: that is the viewer's scope, which every use must check
/// beside it.
///
/// @param filter the rules it wrote, unchecked
/// @param search the rules that its search text stands for
/// @param argument what it wrote the rules as: `filter` or `filterText`
public record ChatQuery(Filter filter, Filter search, String argument) {

    private static final String TREE = "filter";
    private static final String TEXT = "filterText";

    /// Of all scripts: Japanese has a wide one, and what is copied has some that do not break lines.
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final Filter EVERYTHING = new Filter.All(List.of());

    /// The query behind the arguments `filter`, `filterText` and `search`. Without them, everything passes.
    ///
    /// @param above where in a request the arguments stand
    /// @throws InboxException `INVALID_FILTER` when the filter has not the promised form, or is given twice
    public static ChatQuery of(
            @Nullable ChatFilterInput filter, @Nullable String text, @Nullable String search, String... above) {
        if (filter != null && text != null) {
            throw new InboxException(
                    ErrorCode.INVALID_FILTER, "Give a filter or a filterText, not both.", below(above, TEXT));
        }
        if (text != null) {
            return new ChatQuery(FilterText.parse(text, below(above, TEXT)), rules(search), TEXT);
        }
        return of(filter == null ? EVERYTHING : filter.toFilter(below(above, TREE)), search);
    }

    /// The query of a filter and a search text.
    public static ChatQuery of(Filter filter, @Nullable String search) {
        return new ChatQuery(filter, rules(search), TREE);
    }

    /// The query of a search text alone.
    public static ChatQuery ofSearch(@Nullable String search) {
        return of(EVERYTHING, search);
    }

    ChatQuery with(Filter other) {
        return new ChatQuery(other, search, argument);
    }

    /// Check it for a viewer against the fields that all workspaces have. The condition is bound to the viewer
    /// but not to a time, so it can follow a chat in memory.
    ///
    /// @param above where in a request its arguments stand
    /// @throws InboxException `INVALID_FILTER` with the path of what is wrong
    public Condition<ChatFacts> check(Viewer viewer, String... above) {
        return check(viewer, ChatFields.CATALOGUE, above);
    }

    /// The same against the catalogue that [ChatCatalogues] has for the viewer's workspace and this query.
    public Condition<ChatFacts> check(Viewer viewer, Catalogue<ChatFacts> catalogue, String... above) {
        var context = new FilterContext(viewer.userId(), viewer.scope().teams(), viewer.zone());
        return new Condition.All<>(List.of(
                catalogue.check(filter, context, below(above, argument)),
                catalogue.check(search, context, below(above, "search"))));
    }

    private static String[] below(String[] above, String field) {
        return Stream.concat(Stream.of(above), Stream.of(field)).toArray(String[]::new);
    }

    /// Whether a rule speaks of an attribute of the workspace.
    boolean namesAttributes() {
        return namesAttributes(filter);
    }

    private static boolean namesAttributes(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> parts.stream().anyMatch(ChatQuery::namesAttributes);
            case Filter.Any(var parts) -> parts.stream().anyMatch(ChatQuery::namesAttributes);
            case Filter.Rule rule -> rule.field().startsWith(AttributeFields.PREFIX);
        };
    }

    /// What its rules write of customers' names.
    Stream<String> names() {
        return Stream.concat(names(filter), names(search));
    }

    private static Stream<String> names(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> parts.stream().flatMap(ChatQuery::names);
            case Filter.Any(var parts) -> parts.stream().flatMap(ChatQuery::names);
            case Filter.Rule rule ->
                rule.field().equals(ChatFields.CONTACT_NAME) ? rule.values().stream() : Stream.empty();
        };
    }

    /// The same text for the same query, and for no other.
    public String text() {
        return filter.toJson().encode() + search.toJson().encode();
    }

    private static Filter rules(@Nullable String search) {
        return search == null || search.isBlank() ? EVERYTHING : search(search);
    }

    /// Of what is written like a number, a part of the number or the name; else the same of each word, in any order.
    private static Filter search(String text) {
        return WrittenNumber.of(text).isEmpty()
                ? new Filter.All(BLANKS.splitAsStream(text)
                        .filter(word -> !word.isEmpty())
                        .map(ChatQuery::part)
                        .toList())
                : part(text.strip());
    }

    private static Filter part(String part) {
        var numbers = WrittenNumber.of(part);
        var name = contains(ChatFields.CONTACT_NAME, part);
        return numbers.isEmpty()
                ? name
                : new Filter.Any(Stream.concat(
                                numbers.stream().map(digits -> contains(ChatFields.PHONE, digits)), Stream.of(name))
                        .toList());
    }

    private static Filter contains(String field, String text) {
        return new Filter.Rule(field, FilterOperator.CONTAINS, List.of(text));
    }
}
