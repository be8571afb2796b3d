package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Range;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ways through the chats that one statement takes: for each segment of a sort, branches that meet
/// every chat of it in its order, or all chats of a small set.
public final class Ways {

    /// The name of the table that holds what a rule leads to.
    private static final String DRIVEN = "driven";

    private static final int FEW = 1_000;

    private final Sql sql;
    private final Instant now;
    private final Rules rules;
    private final Optional<Driver> driver;
    private final Optional<String> table;
    /// The set that is looked through.
    private final Optional<Branch> set;

    private Ways(
            Sql sql, Instant now, Rules rules, Optional<Driver> driver, Optional<String> table, Optional<Branch> set) {
        this.sql = sql;
        this.now = now;
        this.rules = rules;
        this.driver = driver;
        this.table = table;
        this.set = set;
    }

    /// Along indexes in the order of the list. A segment that has an index of its own takes that, unless a
    /// rule leads to few chats, which are then sorted.
    public static Ways alongIndexes(Wanted wanted, Sql sql) {
        var rules = wanted.rules();
        var driver = new Driver(rules, sql);
        var table = driver.table()
                .or(() -> wanted.sort().segments().stream()
                        .filter(segment -> !segment.isByActivity())
                        .findFirst()
                        .flatMap(driver::selective)
                        .map(branches -> table(branches, Optional.of(FEW + 1))));
        return new Ways(sql, wanted.now(), rules, Optional.of(driver), table, Optional.empty());
    }

    /// Through one set of chats, whatever the order. One that is the union of several, which may have chats in common,
    /// is made first.
    public static Ways through(List<Branch> set, Wanted wanted, Sql sql) {
        var one = Optional.of(set.getFirst()).filter(first -> set.size() == 1 && first.leadsToChats());
        var table = one.isPresent() ? Optional.<String>empty() : Optional.of(table(set, Optional.empty()));
        return new Ways(sql, wanted.now(), wanted.rules(), Optional.empty(), table, one);
    }

    /// Whether the whole list is in one small set.
    public boolean isOfAll() {
        return driver.isEmpty();
    }

    /// Whether they follow indexes alone.
    public boolean isWalk() {
        return driver.isPresent() && table.isEmpty();
    }

    /// The table that the branches need; empty when they need none.
    public Optional<String> table() {
        return table;
    }

    /// The branches that meet every chat of a segment.
    public List<Branch> in(Segment segment) {
        return driver.map(led -> few(led, segment)
                        .map(few -> few.when(segment.condition(sql, now)).orElse(along(led, segment)))
                        .orElseGet(() -> along(led, segment)))
                .orElseGet(() -> List.of(set.orElseGet(() -> driven(segment)).when(segment.condition(sql, now))));
    }

    private Optional<Few> few(Driver led, Segment segment) {
        return led.found(segment)
                .or(() -> table.filter(_ -> !segment.isByActivity()).map(_ -> new Few(driven(segment), DRIVEN, FEW)));
    }

    private List<Branch> along(Driver led, Segment segment) {
        return (segment.isByActivity() ? led.ordinary(segment) : List.of(segment.index(sql, now)))
                .stream().map(branch -> branch.when(ranges(segment, branch))).toList();
    }

    /// Where in the index to begin and to end, as the rules say.
    private String ranges(Segment segment, Branch branch) {
        return rules.ranges(segment.field())
                .map((Range<ChatFacts, ?> range) -> range.sql(sql, now).replace(segment.moment(), branch.moment()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), ranges -> ranges.isEmpty() ? "true" : ranges));
    }

    private static Branch driven(Segment segment) {
        return Branch.ofTable(DRIVEN, "id", "id", segment);
    }

    private static String table(List<Branch> branches, Optional<Integer> limit) {
        var end = limit.map(size -> " limit " + size).orElse("");
        return branches.stream()
                .map(branch -> "(" + branch.ids() + end + ")")
                .collect(Collectors.joining(" union ", DRIVEN + " as materialized (", ")"));
    }
}
