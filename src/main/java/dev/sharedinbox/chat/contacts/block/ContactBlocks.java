package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.platform.Gathering;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.Availability;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads who blocks the customers of a page, in one statement: of the numbers of the viewer's inboxes.
@ApplicationScoped
class ContactBlocks {

    private static final String BLOCKS = """
            select b.contact_id, b.blocked_at, number.id as number_id, number.display_phone, number.name as number_name,
                blocker.id as user_id, blocker.name as user_name, blocker.email, blocker.active,
                blocker.availability
            from contact_block b
            join business_number number on number.workspace_id = b.workspace_id and number.id = b.business_number_id
            join workspace_user blocker on blocker.workspace_id = b.workspace_id and blocker.id = b.blocked_by
            where b.workspace_id = $1 and b.contact_id = any($2) and b.blocked
                and ($3::uuid[] is null or number.inbox_id = any($3))
            order by b.blocked_at, number.id
            """;

    private final Pool pool;
    private final Gathering<Viewer, UUID, List<ContactBlockView>> blocks = new Gathering<>(this::read);

    ContactBlocks(Pool pool) {
        this.pool = pool;
    }

    Uni<List<ContactBlockView>> of(Viewer viewer, UUID contactId) {
        return blocks.ask(viewer, contactId);
    }

    private Uni<List<Uni<List<ContactBlockView>>>> read(Viewer viewer, List<UUID> ids) {
        var inboxes = viewer.scope().inboxes().map(allowed -> allowed.toArray(UUID[]::new));
        return pool.preparedQuery(BLOCKS)
                .execute(
                        Tuple.of(viewer.workspaceId(), ids.toArray(UUID[]::new)).addArrayOfUUID(inboxes.orElse(null)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("contact_id"),
                                Collectors.mapping(ContactBlocks::block, Collectors.toList()))))
                .map(found -> ids.stream()
                        .map(id -> Uni.createFrom().item(found.getOrDefault(id, List.of())))
                        .toList());
    }

    private static ContactBlockView block(Row row) {
        return new ContactBlockView(
                new BusinessNumberView(
                        row.getUUID("number_id").toString(),
                        row.getString("display_phone"),
                        row.getString("number_name")),
                Times.of(row, "blocked_at"),
                new UserView(
                        row.getUUID("user_id").toString(),
                        row.getString("user_name"),
                        row.getString("email"),
                        row.getBoolean("active"),
                        Availability.valueOf(row.getString("availability"))));
    }
}
