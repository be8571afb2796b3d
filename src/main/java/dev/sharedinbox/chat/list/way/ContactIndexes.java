package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Containing;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.sql.Sql;
import java.util.List;

/// How rules about a customer are asked of the indexes of `contact`: as conditions of which at least one holds for who
/// fits; none where no index knows the field.
final class ContactIndexes {

    /// As its index has it; folded as rules are.
    private static final String USERNAME = "nullif(lower(contact.username collate \"pg_c_utf8\"), '')";

    /// No text goes on with it.
    private static final String BEYOND_ALL = Character.toString(Character.MAX_CODE_POINT);

    private final Sql sql;

    ContactIndexes(Sql sql) {
        this.sql = sql;
    }

    /// Who has a text, or a part of one.
    List<String> containing(Containing<ChatFacts> rule) {
        return switch (rule.place()) {
            case ANYWHERE -> anywhere(rule.field(), rule.part());
            case START -> fromStart(rule.field(), rule.part());
            case END -> toEnd(rule.field(), rule.part());
            case NOWHERE -> List.of();
        };
    }

    /// Who has the one value of a rule.
    List<String> being(OneOf<ChatFacts, ?> rule) {
        return exactly(rule.field(), rule.values().iterator().next().toString());
    }

    private List<String> anywhere(String field, String part) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(like("contact.search_name", "%" + Texts.inPattern(part) + "%"));
            case ChatFields.PHONE ->
                List.of(from("contact.digits", part), lastDigits(part), like("contact.phone", "%" + part + "%"));
            default -> List.of();
        };
    }

    private List<String> fromStart(String field, String part) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(from("contact.search_name", ">=", "<", part));
            case ChatFields.PHONE -> List.of(from("contact.digits", part));
            case ChatFields.USERNAME -> List.of(from(USERNAME, part));
            default -> List.of();
        };
    }

    private List<String> toEnd(String field, String part) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(like("contact.search_name", "%" + Texts.inPattern(part)));
            case ChatFields.PHONE -> List.of(lastDigits(part));
            default -> List.of();
        };
    }

    private List<String> exactly(String field, String text) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of("contact.search_name = " + sql.bind(text) + "::text");
            case ChatFields.PHONE -> List.of("contact.digits = " + sql.bind(text) + "::text");
            case ChatFields.USERNAME -> List.of(USERNAME + " = " + sql.bind(text) + "::text");
            case ChatFields.COUNTRY -> List.of("phone_country(contact.digits) = " + sql.bind(text) + "::text");
            default -> List.of();
        };
    }

    private String lastDigits(String part) {
        return from("reverse(contact.digits)", new StringBuilder(part).reverse().toString());
    }

    /// The same by an index of `text_pattern_ops`.
    private String from(String column, String part) {
        return from(column, "~>=~", "~<~", part);
    }

    /// Who has a text that begins with a part, as the range of an index: a plan for any values knows no range of
    /// `like`.
    private String from(String column, String atLeast, String below, String part) {
        return "(" + column + " " + atLeast + " " + sql.bind(part) + "::text and " + column + " " + below + " "
                + sql.bind(part + BEYOND_ALL) + "::text)";
    }

    private String like(String column, String pattern) {
        return column + " like " + sql.bind(pattern) + "::text";
    }
}
