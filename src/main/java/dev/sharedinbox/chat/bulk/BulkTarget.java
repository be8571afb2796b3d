package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Which chats a deed is to be done to.
sealed interface BulkTarget {

    /// How many chats a request may name, which keeps its body small.
    int MOST_NAMED = 1_000;

    /// Those that somebody named, each once.
    record Named(List<UUID> chats) implements BulkTarget {

        @Override
        public JsonObject toJson() {
            return JsonObject.of("chatIds", new JsonArray(chats));
        }
    }

    /// Those of a list.
    record Listed(ListRequest list) implements BulkTarget {

        @Override
        public JsonObject toJson() {
            return JsonObject.of(
                    "filter",
                    list.query().filter().toJson(),
                    "search",
                    list.query().search().toJson(),
                    "spaceId",
                    list.spaceId().orElse(null));
        }
    }

    /// The same for the same target.
    JsonObject toJson();

    /// The target of a request.
    ///
    /// @throws InboxException when the input names none, two of them, too many chats, or has a filter of
    ///     another form
    static BulkTarget of(BulkChatsInput input) {
        var isList = Stream.of(input.filter(), input.filterText(), input.search(), input.spaceId())
                .anyMatch(Objects::nonNull);
        if (isList == (input.chatIds() != null)) {
            throw InboxException.invalid("Give either chatIds, or a space, a filter or a search.", "input", "chatIds");
        }
        return isList ? listed(input) : named(Objects.requireNonNull(input.chatIds()));
    }

    private static BulkTarget named(List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_NAMED) {
            throw InboxException.invalid(
                    "From 1 to " + MOST_NAMED + " chats can be named; use a filter for more.", "input", "chatIds");
        }
        return new Named(ids.stream()
                .map(id -> Ids.parse(id).orElseThrow(() -> InboxException.notFound("chat", "input", "chatIds")))
                .distinct()
                .toList());
    }

    private static BulkTarget listed(BulkChatsInput input) {
        var query = ChatQuery.of(input.filter(), input.filterText(), input.search(), "input");
        return new Listed(ListRequest.of(query, input.spaceId(), null));
    }
}
