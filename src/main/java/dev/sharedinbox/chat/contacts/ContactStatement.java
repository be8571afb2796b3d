package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.chat.list.way.CustomerRules;
import dev.sharedinbox.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The statement that finds a page of customers and one more, in order. The few that a search leads to are sorted; else
/// it goes along the names, a segment after the other and each only as long as the page is not full, and looks at so
/// many at most. Its rows are those who fit, with `fits`, and the last one it looked at, with `cut`, if it ended there.
///
/// @param text the SQL
/// @param values what its placeholders stand for
record ContactStatement(String text, Tuple values) {

    private static final String ARE_FEW = "(select count(*) from met_customer) <= " + CustomerRules.FEW;

    /// @param rows how many customers to look at along the names, for each segment
    static ContactStatement alongNames(WantedContacts wanted, long rows) {
        return new Writer(wanted).alongNames(rows);
    }

    /// Through all customers of some chats, which the viewer may see.
    static ContactStatement ofChats(WantedContacts wanted, List<UUID> chats) {
        return new Writer(wanted).ofChats(chats);
    }

    /// The parts of a page's statement. Tables that find customers have the columns `segment`, `search_name`, `id`,
    /// `fits` and `cut`.
    private static final class Writer {

        private final WantedContacts wanted;
        private final Sql sql;
        private final CustomerRules rules;
        private final NameSegments segments;
        private final String limit;

        Writer(WantedContacts wanted) {
            this.wanted = wanted;
            sql = Sql.of(wanted.viewer().workspaceId());
            rules = CustomerRules.ofSearch(wanted.search(), sql);
            segments = new NameSegments(rules.partsOfName(), sql);
            limit = " limit " + (wanted.size() + 1);
        }

        ContactStatement alongNames(long rows) {
            var customers = rules.customers();
            var found = new LinkedHashMap<String, String>();
            var gate = new StringBuilder("true");
            if (customers.isPresent()) {
                found.put("few", sorted("customer", ARE_FEW + " and " + visible()));
                gate.append(" and not ").append(ARE_FEW);
            }
            for (var segment :
                    segments.from(wanted.from().map(ContactPlace::segment).orElse(0))) {
                var name = "s" + segment;
                found.put(name, walk(segment, gate.toString(), rows));
                gate.append(" and ").append(leavesRoom(name));
            }
            return page(customers, found);
        }

        ContactStatement ofChats(List<UUID> chats) {
            var own =
                    "own as materialized (select distinct chat.contact_id as id from chat where chat.workspace_id = $1"
                            + " and chat.id = any(" + sql.bind(chats.toArray(UUID[]::new)) + "::uuid[]))";
            var fitting = sorted("own", VisibleContacts.isSomebody("contact") + " and " + rules.hold());
            return page(Optional.of(own), Map.of("few", fitting));
        }

        /// @param before tables that the others need
        /// @param found by name, the tables in which customers are found
        private ContactStatement page(Optional<String> before, Map<String, String> found) {
            var tables = found.entrySet().stream()
                    .map(table -> table.getKey() + " as materialized (" + table.getValue() + ")");
            var with = Stream.concat(before.stream(), tables).collect(Collectors.joining(", "));
            var met = found.keySet().stream()
                    .map(name -> "select * from " + name)
                    .collect(Collectors.joining(" union all "));
            var text = "with " + with + " select met.segment, met.search_name, met.fits, met.cut, "
                    + ContactBook.COLUMNS + " from (" + met + ") met join contact on contact.workspace_id = $1"
                    + " and contact.id = met.id order by met.segment, met.search_name, met.id";
            return new ContactStatement(text, sql.values());
        }

        /// Whether the page goes on behind a walk.
        private String leavesRoom(String walk) {
            return "(select count(*) filter (where fits) <= " + wanted.size()
                    + " and not coalesce(bool_or(cut), false) from " + walk + ")";
        }

        /// Those of a table of ids for whom something holds.
        private String sorted(String table, String condition) {
            var number = segments.number();
            var beyond = wanted.from()
                    .map(place -> " and (" + number + ", contact.search_name, contact.id) > (" + place.segment() + ", "
                            + bound(place) + ")")
                    .orElse("");
            return "select " + number + " as segment, contact.search_name, contact.id, true as fits, false as cut from "
                    + table + " cross join lateral (select contact.* from contact where contact.workspace_id = $1"
                    + " and contact.id = " + table + ".id offset 0) contact where " + condition + beyond
                    + " order by segment, contact.search_name, contact.id" + limit;
        }

        /// The steps are numbered in the order in which they are taken, which ends the walk as soon as it has enough.
        private String walk(int segment, String gate, long rows) {
            var beyond = wanted.from()
                    .filter(place -> place.segment() == segment)
                    .map(place -> " and (contact.search_name, contact.id) > (" + bound(place) + ")")
                    .orElse("");
            var isCut = "contact.step >= " + rows;
            return "select " + segment + " as segment, contact.search_name, contact.id, checked.fits, " + isCut
                    + " as cut from (select near.*, row_number() over (order by near.search_name, near.id) as step from"
                    + " (select contact.* from contact where contact.workspace_id = $1 and " + gate + " and "
                    + segments.range(segment) + beyond
                    + " order by contact.search_name, contact.id limit " + rows + ") near) contact"
                    + " cross join lateral (select coalesce(" + rules.hold() + " and " + segments.notBefore(segment)
                    + " and " + visible() + ", false) as fits offset 0) checked where checked.fits or " + isCut
                    + " order by contact.search_name, contact.id" + limit;
        }

        private String bound(ContactPlace place) {
            return sql.bind(place.name()) + "::text, " + sql.bind(place.contactId()) + "::uuid";
        }

        private String visible() {
            return VisibleContacts.condition(wanted.viewer(), sql, "contact");
        }
    }
}
