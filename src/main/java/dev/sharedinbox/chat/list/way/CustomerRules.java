package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Containing;
import dev.sharedinbox.filter.condition.Containing.Place;
import dev.sharedinbox.platform.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules about a customer's name, number, country or user name, which lead to the chats of the few customers that
/// fit. Should more than a few fit, then newer chats fit soon, and the list is walked as if these rules led nowhere.
public final class CustomerRules {

    /// How many customers are few.
    public static final int FEW = 1_000;

    /// How many customers may be looked at without an index.
    private static final int MOST_UNINDEXED = 20_000;

    /// Whether there are too many of them for that.
    private static final String CROWD = "crowd as materialized (select exists (select from contact"
            + " where contact.workspace_id = $1 offset " + MOST_UNINDEXED + ") as is_large), ";
    /// A crowd seems to be more than a few, so that the list is walked.
    private static final String EVERYBODY =
            "select $1::uuid as id from generate_series(1, " + (FEW + 1) + ") where (select is_large from crowd)";

    private static final String NOT_IN_A_CROWD = " and not (select is_large from crowd)";

    private final List<Condition<ChatFacts>> rules;
    private final List<CustomerRule> leading;

    /// @param sql a statement whose first value is the workspace
    CustomerRules(List<Condition<ChatFacts>> rules, Sql sql) {
        this.rules = rules;
        leading = CustomerRule.among(rules, new ContactIndexes(sql));
    }

    /// The rules of a search, which are about names and numbers alone.
    ///
    /// @param sql a statement whose first value is the workspace
    public static CustomerRules ofSearch(Condition<ChatFacts> search, Sql sql) {
        return new CustomerRules(Rules.rules(search).toList(), sql);
    }

    /// Whether all that lead to customers hold for one named `contact`.
    public String hold() {
        return leading.stream()
                .map(CustomerRule::anyWay)
                .reduce((one, other) -> one + " and " + other)
                .orElse("true");
    }

    /// The parts that a name must contain, in the order in which they were written.
    public Stream<String> partsOfName() {
        return rules.stream().<String>mapMulti((rule, parts) -> {
            if (rule instanceof Containing<ChatFacts> text
                    && text.place() == Place.ANYWHERE
                    && text.field().equals(ChatFields.CONTACT_NAME)) {
                parts.accept(text.part());
            }
        });
    }

    /// The customers who may fit, as a table named `customer`; empty when no rule is about them. Before it stands
    /// `met_customer`, in which somebody may be twice, and whose size says whether these are all. One rule that can
    /// be entered in several ways makes a select of each: PostgreSQL goes on to the next way only while there are
    /// few, so a part of a number that many have is not looked up in full.
    public Optional<String> customers() {
        return leading.stream().findFirst().map(this::table);
    }

    private String table(CustomerRule first) {
        return switch (first.reach()) {
            case KEY, COUNTRY -> table(first, Stream.empty(), "");
            case WORDS -> sample() + table(first, Stream.of(EVERYBODY), NOT_IN_A_CROWD);
            case ALL -> CROWD + table(first, Stream.of(EVERYBODY), NOT_IN_A_CROWD);
        };
    }

    /// Whether so many have a name that its index, which cannot stop early, would give hundreds of thousands
    /// before the first of them is of use. The customers of the newest chats tell; the fence keeps the planner
    /// from asking that very index for them.
    private String sample() {
        return "crowd as materialized (select count(*) >= 3 as is_large from ("
                + "select newest.workspace_id, newest.contact_id from chat newest where newest.workspace_id = $1"
                + " order by newest.last_activity_at desc, newest.id desc limit 400) newest"
                + " cross join lateral (select contact.* from contact where contact.workspace_id = newest.workspace_id"
                + " and contact.id = newest.contact_id offset 0) contact where " + hold() + "), ";
    }

    private String table(CustomerRule first, Stream<String> before, String unless) {
        var others =
                leading.stream().skip(1).map(rule -> " and " + rule.anyWay()).collect(Collectors.joining());
        var selects = first.ways().stream()
                .map(way -> "select contact.id from contact where " + way.inWorkspace() + others + unless);
        return Stream.concat(before, selects)
                .collect(Collectors.joining(
                        " union all ",
                        "met_customer as materialized (select id from (",
                        ") met limit " + (FEW + 1)
                                + "), customer as materialized (select distinct id from met_customer)"));
    }

    /// The chats of those customers, if they are few.
    static Few few(Segment segment) {
        return new Few(Branch.ofTable("customer", "id", "contact_id", segment), "met_customer", FEW);
    }
}
