package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.filter.BooleanField;
import dev.sharedinbox.filter.EnumField;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.KeyedField;
import dev.sharedinbox.filter.TextField;
import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a filter may ask of the customer behind a chat.
final class ContactFields {

    private static final int LONGEST_KEY = 100;

    /// One instance, so that equal rules are equal conditions.
    private static final Column<ChatFacts, String> FOLDED_NAME =
            column("nullif(contact.search_name, '')", ContactFields::searchName);

    private ContactFields() {}

    static List<Field<ChatFacts>> all() {
        return List.of(
                name(UnaryOperator.identity()),
                new TextField<>(
                        ChatFields.PHONE,
                        "Phone number",
                        column("contact.digits", ContactFields::digits),
                        ContactFields::digits,
                        "digits, as in +1 650 555 0100"),
                new BooleanField<>(
                        "hasPhone",
                        "Phone number is known",
                        column("contact.phone is not null", facts -> facts.phone() != null),
                        false),
                TextField.of(
                        ChatFields.USERNAME, "WhatsApp user name", column("contact.username", ChatFacts::username)),
                new EnumField<>(
                        ChatFields.COUNTRY,
                        "Country",
                        column(
                                "phone_country(contact.digits)",
                                facts -> facts.traits().country()),
                        Countries.OPTIONS,
                        true),
                new KeyedField<>(
                        "contactAttributes",
                        "Customer attribute",
                        LONGEST_KEY,
                        key -> TextField.of("contactAttributes." + key, key, new AttributeColumn(key))));
    }

    /// The customer's name, compared without accents and case.
    ///
    /// @param fold folds the text of a rule as PostgreSQL has folded the names
    static Field<ChatFacts> name(UnaryOperator<String> fold) {
        return new TextField<>(
                ChatFields.CONTACT_NAME, "Customer name", FOLDED_NAME, text -> Optional.of(fold.apply(text)), "text");
    }

    /// People write numbers with spaces, dashes and brackets; only the digits count.
    static Optional<String> digits(String written) {
        return Optional.of(written)
                .filter(phone -> phone.matches("[-+0-9 ().]+"))
                .map(phone -> phone.replaceAll("[^0-9]", ""))
                .filter(digits -> !digits.isEmpty());
    }

    private static @Nullable String searchName(ChatFacts facts) {
        var name = facts.traits().searchName();
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String digits(ChatFacts facts) {
        var phone = facts.phone();
        return phone == null ? null : digits(phone).orElse(null);
    }

    private static <V> Column<ChatFacts, V> column(String expression, Function<ChatFacts, @Nullable V> value) {
        return Column.of(ofContact(expression), value);
    }

    private static String ofContact(String expression) {
        return "(select " + expression + " from contact where contact.workspace_id = c.workspace_id"
                + " and contact.id = c.contact_id)";
    }

    /// A text that users keep of the customer under a key.
    private record AttributeColumn(String key) implements Column<ChatFacts, String> {

        @Override
        public String sql(Sql sql, Instant now) {
            return ofContact("left(contact.attributes ->> " + sql.bind(key) + "::text, 500)");
        }

        @Override
        public @Nullable String value(ChatFacts facts, Instant now) {
            return facts.traits().contactAttributes().get(key);
        }
    }
}
