package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.chat.list.ChatCatalogues;
import dev.sharedinbox.chat.list.ChatPicks;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.page.ListBounds;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.contact.PhoneNumbers;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.platform.sql.Sql;
import dev.sharedinbox.platform.sql.StatementLimit;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Lists and finds the customers that a viewer may see.
@ApplicationScoped
public class ContactBook {

    /// What is read of a customer named `contact`.
    static final String COLUMNS = "contact.id, contact.display_name, contact.phone, contact.username,"
            + " case when contact.marketing_opt_out then contact.marketing_told_at end as opt_out_since,"
            + " exists (select from contact_block b where b.workspace_id = contact.workspace_id"
            + " and b.contact_id = contact.id and b.blocked) as blocked";

    private static final String SELECT = "select " + COLUMNS + " from contact where contact.workspace_id = ";

    private final Pool pool;
    private final Seal seal;
    private final ChatCatalogues catalogues;
    private final ChatPicks picks;
    private final ListBounds bounds;

    ContactBook(
            @ReactiveDataSource(Pools.SEARCHES) Pool pool,
            Seal seal,
            ChatCatalogues catalogues,
            ChatPicks picks,
            ListBounds bounds) {
        this.pool = pool;
        this.seal = seal;
        this.catalogues = catalogues;
        this.picks = picks;
        this.bounds = bounds;
    }

    /// A page, see [ContactPlace] for its order. It may end early, as pages of chats do.
    ///
    /// @param search which customers, a query that consists of a search alone
    /// @return fails with `QUERY_TOO_BROAD` when it takes too long
    Uni<ContactConnectionView> page(Viewer viewer, ChatQuery search, PageRequest request) {
        var context = "contacts:%s:%s:%s".formatted(viewer.workspaceId(), viewer.userId(), search.text());
        var from = request.cursor().map(cursor -> place(context, cursor));
        return catalogues
                .check(viewer, search)
                .map(condition -> new WantedContacts(viewer, condition, from, request.size()))
                .chain(wanted -> run(ContactStatement.alongNames(wanted, bounds.firstLook()))
                        .chain(first -> first.isCut(request.size())
                                ? thoroughly(wanted)
                                : Uni.createFrom().item(first)))
                .map(found -> found.page(request, place -> seal.seal(context, place.toString())));
    }

    /// Names along the way did not fill the page: the customers of somebody who sees few chats are found through these.
    private Uni<FoundContacts> thoroughly(WantedContacts wanted) {
        var chats = VisibleContacts.seesEverything(wanted.viewer().scope())
                ? Uni.createFrom().item(Optional.<List<UUID>>empty())
                : picks.few(wanted.viewer(), new Condition.All<>(List.of()), (int) bounds.smallSet());
        return chats.chain(few -> run(few.map(own -> ContactStatement.ofChats(wanted, own))
                .orElseGet(() -> ContactStatement.alongNames(wanted, bounds.rows()))));
    }

    private Uni<FoundContacts> run(ContactStatement statement) {
        return pool.preparedQuery(statement.text())
                .execute(statement.values())
                .map(FoundContacts::of)
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

    static ContactView view(Row row) {
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
        return Times.orNull(row, "opt_out_since");
    }

    private ContactPlace place(String context, String cursor) {
        return seal.open(context, cursor)
                .map(ContactPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR, "This cursor is not of this list, search and user.", "after"));
    }
}
