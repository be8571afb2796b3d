package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.contact.ContactSearch;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.contact.PhoneNumbers;
import dev.sharedinbox.platform.ErrorCode;
import dev.sharedinbox.platform.InboxException;
import dev.sharedinbox.platform.Page;
import dev.sharedinbox.platform.PageRequest;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.platform.sql.StatementLimit;
import dev.sharedinbox.team.Viewer;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Lists and finds the customers that a viewer may see.
@ApplicationScoped
public class ContactBook {

    private static final String SELECT = "select contact.id, contact.display_name, contact.phone, contact.username,"
            + " contact.search_name, case when contact.marketing_opt_out then contact.marketing_told_at end as opt_out_since,"
            + " exists (select from contact_block b where b.workspace_id = contact.workspace_id"
            + " and b.contact_id = contact.id and b.blocked) as blocked from contact where contact.workspace_id = ";

    private final Pool pool;
    private final Seal seal;

    ContactBook(@ReactiveDataSource(Pools.SEARCHES) Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /// A page by name; fails with `QUERY_TOO_BROAD` when it takes too long.
    Uni<ContactConnectionView> page(Viewer viewer, ContactSearch search, PageRequest request) {
        var context = "contacts:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), search);
        var sql = new Sql();
        var text = SELECT + sql.bind(viewer.workspaceId())
                + " and " + search.condition(sql, "contact")
                + " and " + VisibleContacts.condition(viewer, sql, "contact")
                + request.cursor()
                        .map(cursor -> beyond(place(context, cursor), sql))
                        .orElse("")
                + " order by contact.search_name, contact.id limit " + sql.bind(request.size() + 1);
        return inTime(text, sql).map(rows -> {
            var read = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> edge(row, context))
                    .toList();
            var page = Page.of(read, request);
            return new ContactConnectionView(page.entries(), page.info(ContactEdgeView::cursor));
        });
    }

    /// No index leads to words of one or two letters, and one leads to those of many customers whom the viewer may
    /// not see.
    private Uni<RowSet<Row>> inTime(String text, Sql sql) {
        return pool.preparedQuery(text)
                .execute(sql.values())
                .onFailure(StatementLimit::isExceeded)
                .transform(_ -> new InboxException(
                        ErrorCode.QUERY_TOO_BROAD,
                        "Looking for customers takes too long; write more of the name or the number.",
                        "search"));
    }

    /// A customer, also under the id of one who was merged into them; empty when there is none or the viewer may not
    /// see them.
    public Uni<Optional<ContactView>> find(Viewer viewer, UUID id) {
        var sql = new Sql();
        var text = SELECT + sql.bind(viewer.workspaceId()) + " and contact.id = "
                + VisibleContacts.idToday(viewer, sql, id) + " and "
                + VisibleContacts.condition(viewer, sql, "contact");
        return pool.preparedQuery(text)
                .execute(sql.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ContactBook::view)
                        .findFirst());
    }

    private static String beyond(ContactPlace place, Sql sql) {
        return " and (contact.search_name, contact.id) > (" + sql.bind(place.name()) + "::text, "
                + sql.bind(place.contactId()) + "::uuid)";
    }

    private ContactEdgeView edge(Row row, String context) {
        var place = new ContactPlace(row.getString("search_name"), row.getUUID("id"));
        return new ContactEdgeView(view(row), seal.seal(context, place.toString()));
    }

    private static ContactView view(Row row) {
        return new ContactView(
                row.getUUID("id").toString(),
                row.getString("display_name"),
                row.getString("phone"),
                PhoneNumbers.readable(row.getString("phone")),
                row.getString("username"),
                row.getBoolean("blocked"),
                optOutSince(row));
    }

    private static @Nullable Instant optOutSince(Row row) {
        OffsetDateTime since = row.get(OffsetDateTime.class, "opt_out_since");
        return since == null ? null : since.toInstant();
    }

    private ContactPlace place(String context, String cursor) {
        return seal.open(context, cursor)
                .map(ContactPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR, "This cursor is not of this list, search and user.", "after"));
    }
}
