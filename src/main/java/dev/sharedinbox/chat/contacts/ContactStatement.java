package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.chat.list.page.CustomerRules;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The statement that finds a page of customers and one more, in order. The few that a search leads to are sorted; else
/// it goes along the names, a segment after the other and each only as long as the page is not full, and looks at so
/// many at most. Its rows are those who fit, with `fits`, and the last one it looked at, with `cut`, if it ended there.
///
/// @param text the SQL
/// @param values what its placeholders stand for
record ContactStatement(String text, Tuple values) {

    /// So many parts of a name are looked for at names' beginnings.
    private static final int MOST_BEGINNINGS = 3;

    private static final String PLACE = "segment, search_name, id";
    private static final String FEW = "(select count(*) from met_customer) <= " + CustomerRules.FEW;

    /// @param rows how many customers to look at along the names, for each segment
    static ContactStatement alongNames(WantedContacts wanted, long rows) {
        return new Writer(wanted).alongNames(rows);
    }

    /// Through all customers of some chats, which the viewer may see.
    static ContactStatement ofChats(WantedContacts wanted, List<UUID> chats) {
        return new Writer(wanted).ofChats(chats);
    }

    /// The parts of a page's statement.
    private static final class Writer {

        private final WantedContacts wanted;
        private final Sql sql;
        private final CustomerRules rules;
        private final List<String> beginnings;

        Writer(WantedContacts wanted) {
            this.wanted = wanted;
            sql = Sql.of(wanted.viewer().workspaceId());
            rules = CustomerRules.of(wanted.search(), sql);
            beginnings = rules.namesParts()
                    .distinct()
                    .limit(MOST_BEGINNINGS)
                    .map(part -> "contact.search_name like " + sql.bind(Texts.inPattern(part) + "%") + "::text")
                    .toList();
        }

        ContactStatement alongNames(long rows) {
            var tables = new ArrayList<String>();
            var parts = new ArrayList<String>();
            var customers = rules.customers();
            customers.ifPresent(table -> {
                tables.add(table);
                tables.add("few as materialized (" + sorted("customer", FEW + " and " + visible()) + ")");
                parts.add("few");
            });
            var gate = customers.map(_ -> "not " + FEW).orElse("true");
            for (var segment : segments()) {
                var name = "s" + segment;
                tables.add(name + " as materialized (" + walk(segment, gate, rows) + ")");
                parts.add(name);
                gate += " and (select count(*) filter (where fits) < " + (wanted.size() + 1)
                        + " and not coalesce(bool_or(cut), false) from " + name + ")";
            }
            return page(tables, parts);
        }

        ContactStatement ofChats(List<UUID> chats) {
            var own =
                    "own as materialized (select distinct chat.contact_id as id from chat where chat.workspace_id = $1"
                            + " and chat.id = any(" + sql.bind(chats.toArray(UUID[]::new)) + "::uuid[]))";
            var fitting = "few as materialized ("
                    + sorted("own", VisibleContacts.isSomebody("contact") + " and " + rules.hold()) + ")";
            return page(List.of(own, fitting), List.of("few"));
        }

        private ContactStatement page(List<String> tables, List<String> parts) {
            var met = parts.stream().map(part -> "select * from " + part).collect(Collectors.joining(" union all "));
            var text = "with " + String.join(", ", tables) + " select met.segment, met.search_name, met.fits, met.cut, "
                    + ContactBook.COLUMNS + " from (" + met + ") met join contact on contact.workspace_id = $1"
                    + " and contact.id = met.id order by met.segment, met.search_name, met.id";
            return new ContactStatement(text, sql.values());
        }

        /// Those of a table for whom something holds.
        private String sorted(String table, String condition) {
            return "select " + segment()
                    + " as segment, contact.search_name, contact.id, true as fits, false as cut from "
                    + table + " cross join lateral (select contact.* from contact where contact.workspace_id = $1"
                    + " and contact.id = " + table + ".id offset 0) contact where " + condition
                    + beyond(segment() + ", ")
                    + " order by " + PLACE + " limit " + (wanted.size() + 1);
        }

        /// The steps are numbered in the order in which they are taken, which ends the walk as soon as it has enough.
        private String walk(int segment, String gate, long rows) {
            var isCut = "contact.step >= " + rows;
            var from = wanted.from().filter(place -> place.segment() == segment).isPresent() ? beyond("") : "";
            var range = segment < beginnings.size() ? " and " + beginnings.get(segment) : "";
            return "select " + segment + " as segment, contact.search_name, contact.id, checked.fits, " + isCut
                    + " as cut from (select near.*, row_number() over (order by near.search_name, near.id) as step from"
                    + " (select contact.* from contact where contact.workspace_id = $1 and " + gate + range + from
                    + " order by contact.search_name, contact.id limit " + rows + ") near) contact"
                    + " cross join lateral (select coalesce(" + rules.hold() + notEarlier(segment) + " and " + visible()
                    + ", false) as fits offset 0) checked where checked.fits or " + isCut
                    + " order by contact.search_name, contact.id limit " + (wanted.size() + 1);
        }

        /// Those left, in order. The last holds who fits none of the others.
        private List<Integer> segments() {
            return IntStream.rangeClosed(0, beginnings.size())
                    .filter(segment -> wanted.from()
                            .map(place -> segment >= place.segment())
                            .orElse(true))
                    .boxed()
                    .toList();
        }

        private String segment() {
            return IntStream.range(0, beginnings.size())
                    .mapToObj(at -> "when " + beginnings.get(at) + " then " + at + " ")
                    .collect(Collectors.joining("", "case when false then 0 ", "else " + beginnings.size() + " end"));
        }

        private String notEarlier(int segment) {
            return beginnings.stream()
                    .limit(segment)
                    .map(one -> " and not " + one)
                    .collect(Collectors.joining());
        }

        private String visible() {
            return VisibleContacts.condition(wanted.viewer(), sql, "contact");
        }

        /// @param segment an expression for the segment, or nothing when it is known
        private String beyond(String segment) {
            return wanted.from()
                    .map(place -> " and (" + segment + "contact.search_name, contact.id) > ("
                            + (segment.isEmpty() ? "" : place.segment() + ", ") + sql.bind(place.name()) + "::text, "
                            + sql.bind(place.contactId()) + "::uuid)")
                    .orElse("");
        }
    }
}
