package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Condition;
import dev.sharedinbox.filter.Containing;
import dev.sharedinbox.filter.Containing.Place;
import dev.sharedinbox.filter.OneOf;
import dev.sharedinbox.platform.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules about a customer's name or number, which lead to the chats of the few customers that fit.
/// Should more than a few fit, then newer chats fit soon, and the list is walked as if these rules led
/// nowhere.
final class CustomerRules {

    private static final int FEW = 1_000;

    private final List<Condition<ChatFacts>> rules;
    private final Sql sql;

    CustomerRules(List<Condition<ChatFacts>> rules, Sql sql) {
        this.rules = rules;
        this.sql = sql;
    }

    /// The customers who may fit, as a table named `customer`; empty when no rule is about them.
    Optional<String> customers() {
        var patterns = rules.stream().flatMap(this::pattern).collect(Collectors.joining(" and "));
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of("customer as materialized (select contact.id from contact where contact.workspace_id = $1"
                        + " and " + patterns + " limit " + (FEW + 1) + ")");
    }

    /// The chats of those customers, if they are few.
    static Few few(Segment segment) {
        return new Few(Branch.ofTable("customer", "id", "contact_id", segment), "customer", FEW);
    }

    private Stream<String> pattern(Condition<ChatFacts> rule) {
        return switch (rule) {
            case Containing<ChatFacts> text
            when text.place() == Place.ANYWHERE -> like(text.field(), "%" + escaped(text.part()) + "%");
            case Containing<ChatFacts> text
            when text.place() == Place.START -> likeFromStart(text.field(), escaped(text.part()) + "%");
            case OneOf<ChatFacts, ?> value
            when isOneValue(value) ->
                likeFromStart(
                        value.field(), escaped(value.values().iterator().next().toString()));
            default -> Stream.empty();
        };
    }

    private static boolean isOneValue(OneOf<ChatFacts, ?> rule) {
        return rule.values().size() == 1 && !rule.orEmpty() && !rule.negated();
    }

    private static String escaped(String part) {
        return part.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private Stream<String> like(String field, String pattern) {
        return switch (field) {
            case ChatFields.CONTACT_NAME ->
                Stream.of("lower(contact.display_name collate \"pg_c_utf8\") like " + sql.bind(pattern) + "::text");
            case ChatFields.PHONE -> Stream.of("contact.phone like " + sql.bind(pattern) + "::text");
            default -> Stream.empty();
        };
    }

    /// Rules leave the plus of a number out.
    private Stream<String> likeFromStart(String field, String pattern) {
        return field.equals(ChatFields.PHONE)
                ? Stream.of(Stream.concat(like(field, pattern), like(field, "+" + pattern))
                        .collect(Collectors.joining(" or ", "(", ")")))
                : like(field, pattern);
    }
}
