package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Checks the values of a request against the workspace's attributes, all of them, so that a form can show every
/// mistake at once.
@ApplicationScoped
class ValueCheck {

    private static final int MOST = 50;
    private static final String ACTIVE_USERS =
            "select id from workspace_user where workspace_id = $1 and id = any($2) and active";

    private final Pool pool;
    private final ChatAttributes attributes;

    ValueCheck(Pool pool, ChatAttributes attributes) {
        this.pool = pool;
        this.attributes = attributes;
    }

    /// What is wrong with the values, or else the deed that sets them.
    ///
    /// @param refusals one for each wrong value
    record Checked(List<InboxException> refusals, AttributeSetting deed) {}

    Uni<Checked> check(UUID workspaceId, List<ChatAttributeValueInput> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw InboxException.invalid("From 1 to " + MOST + " values are allowed.", "input", "values");
        }
        return attributes.of(workspaceId).chain(known -> {
            var byKey = known.stream().collect(Collectors.toMap(ChatAttributeView::key, Function.identity()));
            return activeUsers(workspaceId, values, byKey).map(users -> checked(values, byKey, users));
        });
    }

    private static Checked checked(
            List<ChatAttributeValueInput> values, Map<String, ChatAttributeView> byKey, Set<UUID> users) {
        var refusals = new ArrayList<InboxException>();
        var given = new JsonArray();
        var keys = new HashSet<String>();
        for (int index = 0; index < values.size(); index++) {
            var value = values.get(index);
            var place = Integer.toString(index);
            var attribute = byKey.get(value.key());
            if (attribute == null) {
                refusals.add(InboxException.notFound("chat attribute", "input", "values", place, "key"));
            } else if (!keys.add(value.key())) {
                refusals.add(InboxException.invalid("Name each attribute once.", "input", "values", place, "key"));
            } else {
                read(attribute, value, users, place, given, refusals);
            }
        }
        return new Checked(List.copyOf(refusals), new AttributeSetting(given));
    }

    private static void read(
            ChatAttributeView attribute,
            ChatAttributeValueInput value,
            Set<UUID> users,
            String place,
            JsonArray given,
            List<InboxException> refusals) {
        var read = value.written().isEmpty()
                ? Optional.of(new JsonObject())
                : WrittenValue.read(attribute, value.written()).filter(column -> isKnown(column, users));
        read.ifPresentOrElse(
                column -> given.add(column.put("attribute_id", attribute.id())),
                () -> refusals.add(new InboxException(
                        ErrorCode.ATTRIBUTE_VALUE_INVALID,
                        attribute.label() + ": expected " + WrittenValue.expected(attribute) + ".",
                        "input",
                        "values",
                        place,
                        value.values() == null ? "value" : "values")));
    }

    private static boolean isKnown(JsonObject column, Set<UUID> users) {
        var user = column.getString("user_id");
        return user == null || users.contains(UUID.fromString(user));
    }

    private Uni<Set<UUID>> activeUsers(
            UUID workspaceId, List<ChatAttributeValueInput> values, Map<String, ChatAttributeView> byKey) {
        var named = values.stream()
                .filter(value ->
                        byKey.containsKey(value.key()) && !value.written().isEmpty())
                .map(value -> WrittenValue.read(Objects.requireNonNull(byKey.get(value.key())), value.written()))
                .flatMap(Optional::stream)
                .filter(column -> column.containsKey("user_id"))
                .map(column -> UUID.fromString(column.getString("user_id")))
                .toArray(UUID[]::new);
        return named.length == 0
                ? Uni.createFrom().item(Set.of())
                : pool.preparedQuery(ACTIVE_USERS)
                        .execute(Tuple.of(workspaceId, named))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("id"))
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
