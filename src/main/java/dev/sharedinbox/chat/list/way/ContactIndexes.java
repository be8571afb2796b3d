package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Containing;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.sql.Sql;
import java.util.List;
import java.util.regex.Pattern;

/// How rules about a customer are asked of the indexes of `contact`: as entries of which at least one leads to who
/// fits; none where no index knows the field.
final class ContactIndexes {

    /// As its index has it; folded as rules are.
    private static final String USERNAME = "nullif(lower(contact.username collate \"pg_c_utf8\"), '')";

    /// What PostgreSQL has trigrams of, in a part of a text: three letters in a row, or fewer where a word of it
    /// begins or ends.
    private static final Pattern TRIGRAM =
            Pattern.compile("[\\p{L}\\p{N}]{3}|[^\\p{L}\\p{N}][\\p{L}\\p{N}]|[\\p{L}\\p{N}]{2}[^\\p{L}\\p{N}]");

    /// No text goes on with it.
    private static final String BEYOND_ALL = Character.toString(Character.MAX_CODE_POINT);

    private final Sql sql;

    ContactIndexes(Sql sql) {
        this.sql = sql;
    }

    /// Who has a text, or a part of one.
    List<Entry> containing(Containing<ChatFacts> rule) {
        return switch (rule.place()) {
            case ANYWHERE -> anywhere(rule.field(), rule.part());
            case START -> fromStart(rule.field(), rule.part());
            case END -> toEnd(rule.field(), rule.part());
            case NOWHERE -> List.of();
        };
    }

    /// Who has the one value of a rule.
    List<Entry> being(OneOf<ChatFacts, ?> rule) {
        return exactly(rule.field(), rule.values().iterator().next().toString());
    }

    private List<Entry> anywhere(String field, String part) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(like("contact.search_name", "%", part, "%"));
            case ChatFields.PHONE ->
                List.of(from("contact.digits", part), lastDigits(part), like("contact.phone", "%", part, "%"));
            default -> List.of();
        };
    }

    private List<Entry> fromStart(String field, String part) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(from("contact.search_name", ">=", "<", part));
            case ChatFields.PHONE -> List.of(from("contact.digits", part));
            case ChatFields.USERNAME -> List.of(named(from(USERNAME, part)));
            default -> List.of();
        };
    }

    private List<Entry> toEnd(String field, String part) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(like("contact.search_name", "%", part, ""));
            case ChatFields.PHONE -> List.of(lastDigits(part));
            default -> List.of();
        };
    }

    private List<Entry> exactly(String field, String text) {
        return switch (field) {
            case ChatFields.CONTACT_NAME -> List.of(equal("contact.search_name", text));
            case ChatFields.PHONE -> List.of(equal("contact.digits", text));
            case ChatFields.USERNAME -> List.of(named(equal(USERNAME, text)));
            case ChatFields.COUNTRY -> List.of(equal("phone_country(contact.digits)", text));
            default -> List.of();
        };
    }

    private Entry lastDigits(String part) {
        return from("reverse(contact.digits)", new StringBuilder(part).reverse().toString());
    }

    private Entry equal(String column, String text) {
        return Entry.ofWorkspace(column + " = " + sql.bind(text) + "::text");
    }

    /// The index of user names holds only who has one, which PostgreSQL does not see from the rest of the condition.
    private static Entry named(Entry entry) {
        return Entry.ofWorkspace("(contact.username is not null and " + entry.condition() + ")");
    }

    /// The same by an index of `text_pattern_ops`.
    private Entry from(String column, String part) {
        return from(column, "~>=~", "~<~", part);
    }

    /// Who has a text that begins with a part, as the range of an index: a plan for any values knows no range of
    /// `like`.
    private Entry from(String column, String atLeast, String below, String part) {
        return Entry.ofWorkspace("(" + column + " " + atLeast + " " + sql.bind(part) + "::text and " + column + " "
                + below + " " + sql.bind(part + BEYOND_ALL) + "::text)");
    }

    /// By an index of trigrams, which would be read in full for a text that has none: then all of the workspace are
    /// compared, and the index is fenced off.
    private Entry like(String column, String before, String part, String after) {
        var pattern = " like " + sql.bind(before + Texts.inPattern(part) + after) + "::text";
        return hasTrigram(part) ? Entry.ofAll(column + pattern) : Entry.ofWorkspace("(" + column + " || '')" + pattern);
    }

    /// Whether an index of trigrams leads to those who have a part of a text.
    static boolean hasTrigram(String part) {
        return TRIGRAM.matcher(part).find();
    }
}
