package dev.sharedinbox.chat.list.page;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.filter.condition.Containing;
import dev.sharedinbox.filter.condition.Containing.Place;
import dev.sharedinbox.filter.condition.OneOf;
import dev.sharedinbox.platform.sql.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules about a customer's name, number, country or user name, which lead to the chats of the few customers that
/// fit.
/// Should more than a few fit, then newer chats fit soon, and the list is walked as if these rules led
/// nowhere.
public final class CustomerRules {

    /// How many customers are few.
    public static final int FEW = 1_000;

    private static final int MOST_WAYS = 16;
    /// How many customers may be looked at without an index.
    private static final int MOST_UNINDEXED = 20_000;
    /// What PostgreSQL has trigrams of, in a part of a text: three letters in a row, or fewer where a word of it
    /// begins or ends.
    private static final Pattern TRIGRAM =
            Pattern.compile("[\\p{L}\\p{N}]{3}|[^\\p{L}\\p{N}][\\p{L}\\p{N}]|[\\p{L}\\p{N}]{2}[^\\p{L}\\p{N}]");

    /// Whether there are too many of them for that.
    private static final String CROWD = "crowd as materialized (select exists (select from contact"
            + " where contact.workspace_id = $1 offset " + MOST_UNINDEXED + ") as is_large), ";
    /// A crowd seems to be more than a few, so that the list is walked.
    private static final String EVERYBODY =
            "select $1::uuid as id from generate_series(1, " + (FEW + 1) + ") where (select is_large from crowd)";

    private static final String NOT_IN_A_CROWD = " and not (select is_large from crowd)";

    private final List<Condition<ChatFacts>> rules;
    private final ContactIndexes indexes;

    CustomerRules(List<Condition<ChatFacts>> rules, Sql sql) {
        this.rules = rules;
        indexes = new ContactIndexes(sql);
    }

    /// The rules of a condition that none may break.
    ///
    /// @param sql a statement whose first value is the workspace
    public static CustomerRules of(Condition<ChatFacts> condition, Sql sql) {
        return new CustomerRules(Rules.rules(condition).toList(), sql);
    }

    /// Whether all of them hold for a customer named `contact`.
    public String hold() {
        return Stream.concat(Stream.of("true"), entries().stream().map(Entry::anyWay))
                .collect(Collectors.joining(" and "));
    }

    /// The parts that a name must contain, in the order in which they were written.
    public Stream<String> namesParts() {
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
        var entries = entries();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var others =
                entries.stream().skip(1).map(entry -> " and " + entry.anyWay()).collect(Collectors.joining());
        return Optional.of(table(entries.getFirst(), others));
    }

    private List<Entry> entries() {
        return rules.stream()
                .map(rule -> new Entry(ways(rule), reach(rule)))
                .filter(entry -> !entry.ways().isEmpty() && entry.ways().size() <= MOST_WAYS)
                .sorted(Comparator.comparing(Entry::reach)
                        .thenComparing(entry -> entry.ways().size(), Comparator.reverseOrder()))
                .toList();
    }

    private static String table(Entry leading, String others) {
        return switch (leading.reach()) {
            case KEY, COUNTRY -> table(leading, others, Stream.empty());
            case WORDS -> sample(leading.anyWay() + others) + unlessCrowded(leading, others);
            case ALL -> CROWD + unlessCrowded(leading, others);
        };
    }

    /// Whether so many have a name that its index, which cannot stop early, would give hundreds of thousands before the
    /// first of them is of use. The customers of the newest chats tell.
    private static String sample(String fits) {
        return "crowd as materialized (select count(*) >= 3 as is_large from ("
                + "select newest.workspace_id, newest.contact_id from chat newest where newest.workspace_id = $1"
                + " order by newest.last_activity_at desc, newest.id desc limit 400) newest"
                + " join contact on contact.workspace_id = newest.workspace_id and contact.id = newest.contact_id"
                + " where " + fits + "), ";
    }

    private static String unlessCrowded(Entry leading, String others) {
        return table(leading, others + NOT_IN_A_CROWD, Stream.of(EVERYBODY));
    }

    private static String table(Entry leading, String others, Stream<String> before) {
        var selects = leading.ways().stream()
                .map(way -> "select contact.id from contact where contact.workspace_id = $1 and " + way + others);
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

    /// Conditions of which at least one holds for a customer who fits, each with an index of its own unless its text
    /// is too short; none when the rule is about something else.
    private List<String> ways(Condition<ChatFacts> rule) {
        return switch (rule) {
            case Containing<ChatFacts> text -> indexes.containing(text);
            case OneOf<ChatFacts, ?> value when isOneValue(value) -> indexes.being(value);
            case Condition.Any<ChatFacts>(var parts) -> ofAny(parts);
            default -> List.of();
        };
    }

    private List<String> ofAny(List<Condition<ChatFacts>> parts) {
        var each = parts.stream().map(this::ways).toList();
        return each.stream().anyMatch(List::isEmpty)
                ? List.of()
                : each.stream().flatMap(List::stream).toList();
    }

    private static Reach reach(Condition<ChatFacts> rule) {
        return switch (rule) {
            case Containing<ChatFacts> text
            when text.place() != Place.START && text.field().equals(ChatFields.CONTACT_NAME) ->
                TRIGRAM.matcher(text.part()).find() ? Reach.WORDS : Reach.ALL;
            case Containing<ChatFacts> text
            when text.place() == Place.ANYWHERE -> TRIGRAM.matcher(text.part()).find() ? Reach.KEY : Reach.ALL;
            case Condition.Any<ChatFacts>(var parts) ->
                parts.stream()
                        .map(CustomerRules::reach)
                        .max(Comparator.naturalOrder())
                        .orElse(Reach.KEY);
            case OneOf<ChatFacts, ?> value when value.field().equals(ChatFields.COUNTRY) -> Reach.COUNTRY;
            default -> Reach.KEY;
        };
    }

    private static boolean isOneValue(OneOf<ChatFacts, ?> rule) {
        return rule.values().size() == 1 && !rule.orEmpty() && !rule.negated();
    }

    /// How far a way to customers reaches.
    private enum Reach {
        /// A key or a part of a number: to those who fit, one after the other.
        KEY,
        /// A part of a name: to all who fit at once.
        WORDS,
        /// To all customers.
        ALL,
        /// To all of a country, one after the other; hardly ever to few, so it leads only by itself.
        COUNTRY
    }

    /// A rule that leads to customers.
    ///
    /// @param ways conditions of which one holds
    /// @param reach how far the widest of them reaches
    private record Entry(List<String> ways, Reach reach) {

        String anyWay() {
            return "(" + String.join(" or ", ways) + ")";
        }
    }
}
