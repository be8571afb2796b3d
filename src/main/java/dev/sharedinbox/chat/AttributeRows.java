package dev.sharedinbox.chat;

import dev.sharedinbox.team.Availability;
import dev.sharedinbox.team.UserView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the attributes of a chat are read.
final class AttributeRows {

    /// The column `attributes` of a chat named `c`.
    static final String COLUMN = """
            (select jsonb_agg(jsonb_build_object('id', a.id, 'key', a.key, 'label', a.label, 'type', a.type,
                    'text', v.text, 'number', v.number::text, 'flag', v.flag, 'moment', v.moment, 'word', v.word,
                    'words', to_jsonb(v.words),
                    'user', case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name,
                        'email', u.email, 'active', u.active, 'availability', u.availability) end,
                    'options', (select jsonb_agg(o) from jsonb_array_elements(a.options) o
                        where o ->> 'key' = v.word or o ->> 'key' = any(v.words))) order by a.label, a.key)
                from chat_attribute_value v
                join chat_attribute a on a.workspace_id = v.workspace_id and a.id = v.attribute_id
                    and a.deleted_at is null
                left join workspace_user u on u.workspace_id = v.workspace_id and u.id = v.user_id
                where v.workspace_id = c.workspace_id and v.chat_id = c.id) as attributes
            """;

    private AttributeRows() {}

    static List<ChatAttributeValueView> values(@Nullable JsonArray attributes) {
        return objects(attributes).map(AttributeRows::value).toList();
    }

    private static ChatAttributeValueView value(JsonObject row) {
        var type = ChatAttributeType.valueOf(row.getString("type"));
        var number = Optional.ofNullable(row.getString("number"))
                .map(text ->
                        new BigDecimal(new BigDecimal(text).stripTrailingZeros().toPlainString()))
                .orElse(null);
        var moment = Optional.ofNullable(row.getString("moment"))
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .orElse(null);
        var date =
                moment == null || type != ChatAttributeType.DATE ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
        var dateTime = type == ChatAttributeType.DATETIME ? moment : null;
        var user = user(row.getJsonObject("user"));
        Boolean flag = row.getBoolean("flag");
        return new ChatAttributeValueView(
                row.getString("id"),
                row.getString("key"),
                row.getString("label"),
                type,
                written(row, number, flag, date, dateTime, user),
                number,
                flag,
                date,
                dateTime,
                user,
                options(row.getJsonArray("options")));
    }

    private static List<String> written(
            JsonObject row,
            @Nullable BigDecimal number,
            @Nullable Boolean flag,
            @Nullable LocalDate date,
            @Nullable Instant dateTime,
            @Nullable UserView user) {
        var words = Optional.ofNullable(row.getJsonArray("words")).stream()
                .flatMap(JsonArray::stream)
                .map(String.class::cast);
        var single = Stream.of(
                        Optional.ofNullable(row.getString("text")),
                        Optional.ofNullable(row.getString("word")),
                        Optional.ofNullable(number).map(BigDecimal::toPlainString),
                        Optional.ofNullable(flag).map(Object::toString),
                        Optional.ofNullable(date).map(Object::toString),
                        Optional.ofNullable(dateTime).map(Object::toString),
                        Optional.ofNullable(user).map(UserView::id))
                .flatMap(Optional::stream);
        return Stream.concat(words, single).toList();
    }

    private static @Nullable UserView user(@Nullable JsonObject user) {
        return user == null
                ? null
                : new UserView(
                        user.getString("id"),
                        user.getString("name"),
                        user.getString("email"),
                        user.getBoolean("active"),
                        Availability.valueOf(user.getString("availability")));
    }

    private static List<ChatAttributeOptionView> options(@Nullable JsonArray options) {
        return objects(options)
                .map(option -> new ChatAttributeOptionView(
                        option.getString("key"), option.getString("label"), option.getBoolean("retired")))
                .toList();
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray array) {
        return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
    }
}
