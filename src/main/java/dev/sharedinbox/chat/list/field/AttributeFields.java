package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.chat.ChatAttributeValueView;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.filter.BooleanField;
import dev.sharedinbox.filter.EnumField;
import dev.sharedinbox.filter.EnumSetField;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.IdField;
import dev.sharedinbox.filter.NumberField;
import dev.sharedinbox.filter.TextField;
import dev.sharedinbox.filter.TimestampField;
import dev.sharedinbox.filter.condition.Column;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of a workspace's chat attributes. A value is looked up per chat; see `AttributeRules` for the way in by
/// the value.
public final class AttributeFields {

    /// What the names of these fields begin with.
    public static final String PREFIX = "attributes.";

    private AttributeFields() {}

    /// The field of an attribute.
    public static Field<ChatFacts> of(ChatAttributeView attribute) {
        var name = PREFIX + attribute.key();
        var label = attribute.label();
        return switch (attribute.type()) {
            case TEXT, URL, EMAIL -> TextField.of(name, label, text(attribute, "text"));
            case PHONE -> phone(name, label, text(attribute, "text"));
            case NUMBER ->
                new NumberField<>(name, label, column(attribute, "number", ChatAttributeValueView::number), true);
            case BOOLEAN ->
                new BooleanField<>(name, label, column(attribute, "flag", ChatAttributeValueView::flag), true);
            case DATE ->
                new TimestampField<>(name, label, column(attribute, "moment", AttributeFields::day), true, true);
            case DATETIME ->
                new TimestampField<>(name, label, column(attribute, "moment", ChatAttributeValueView::dateTime), true);
            case ENUM -> new EnumField<>(name, label, text(attribute, "word"), options(attribute), true);
            case MULTI_ENUM ->
                new EnumSetField<>(
                        name,
                        label,
                        column(attribute, "words", value -> Set.copyOf(value.values())),
                        options(attribute));
            case USER ->
                new IdField<>(
                        name,
                        label,
                        column(
                                attribute,
                                "user_id",
                                value -> UUID.fromString(value.values().getFirst())),
                        List.of(IdField.Word.ME, IdField.Word.NONE),
                        "users",
                        true);
        };
    }

    /// The expression for what a chat named `c` has in a column; `AttributeRules` reads it back.
    public static String expression(String column, String attributeId) {
        return "(select v." + column + " from chat_attribute_value v where v.workspace_id = c.workspace_id"
                + " and v.chat_id = c.id and v.attribute_id = '" + attributeId + "')";
    }

    private static Field<ChatFacts> phone(String name, String label, Column<ChatFacts, String> text) {
        return new TextField<>(
                name,
                label,
                text.map(sql -> "nullif(ltrim(" + sql + ", '+'), '')", phone -> phone.replaceFirst("^\\++", "")),
                ContactFields::digits,
                "digits, as in +1 650 555 0100");
    }

    private static Column<ChatFacts, String> text(ChatAttributeView attribute, String column) {
        return column(attribute, column, value -> value.values().getFirst());
    }

    private static <V> Column<ChatFacts, V> column(
            ChatAttributeView attribute, String column, Function<ChatAttributeValueView, @Nullable V> read) {
        return Column.of(expression(column, attribute.id()), facts -> {
            var value = facts.attributes().get(attribute.id());
            return value == null ? null : read.apply(value);
        });
    }

    private static @Nullable Instant day(ChatAttributeValueView value) {
        var date = value.date();
        return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<Field.Option> options(ChatAttributeView attribute) {
        return attribute.options().stream()
                .map(option -> new Field.Option(option.key(), option.label()))
                .toList();
    }
}
