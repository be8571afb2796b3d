package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.AttributeFields;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules that name values of an attribute, which lead to the chats that have one. As with
/// [CustomerRules]: should more than a few have one, then newer chats do soon, and the list is walked as if
/// these rules led nowhere.
final class AttributeRules {

    private static final int FEW = 1_000;
    private static final Pattern EXPRESSION = Pattern.compile(Pattern.quote(AttributeFields.expression("COLUMN", "ID"))
            .replace("COLUMN", "\\E([a-z_]+)\\Q")
            .replace("ID')", "\\E([-0-9a-f]+)\\Q')"));

    private final List<Condition<ChatFacts>> rules;
    private final Sql sql;

    AttributeRules(List<Condition<ChatFacts>> rules, Sql sql) {
        this.rules = rules;
        this.sql = sql;
    }

    /// The chats that may fit, as a table named `marked`; empty when no rule names values of an attribute.
    Optional<String> chats() {
        return rules.stream().flatMap(AttributeRules::naming).findFirst().map(this::marked);
    }

    /// Those chats, if they are few.
    static Few few(Segment segment) {
        return new Few(Branch.ofTable("marked", "chat_id", "id", segment), "marked", FEW);
    }

    private String marked(OneOf<ChatFacts, ?> rule) {
        var condition = rule.sql(sql, Instant.EPOCH);
        var looked = EXPRESSION.matcher(condition);
        if (!looked.find()) {
            throw new IllegalStateException("Not the value of an attribute: " + rule.field());
        }
        return "marked as materialized (select v.chat_id from chat_attribute_value v where v.workspace_id = $1"
                + " and v.attribute_id = '" + looked.group(2) + "' and v." + looked.group(1) + " is not null and "
                + looked.replaceAll("v.$1") + " limit " + (FEW + 1) + ")";
    }

    private static Stream<OneOf<ChatFacts, ?>> naming(Condition<ChatFacts> rule) {
        return rule instanceof OneOf<ChatFacts, ?> named
                        && named.field().startsWith(AttributeFields.PREFIX)
                        && !named.values().isEmpty()
                        && !named.orEmpty()
                        && !named.negated()
                ? Stream.of(named)
                : Stream.empty();
    }
}
