package dev.sharedinbox.chat.upkeep;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.platform.Loop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/// Takes deleted tags and attributes off the chats that have them. A batch of chats is one transaction that
/// also tells of each of them, so that live lists and open chats follow, and nobody waits longer than for one
/// batch however many chats there are. What is left to do is in the rows: nodes share the work, and what a dead
/// one left is done by another.
@ApplicationScoped
public class Removals {

    private static final Logger LOG = Logger.getLogger(Removals.class);

    private static final List<Removal> ALL = List.of(
            Removal.of("tag", "chat_tag", "tag_id"),
            Removal.of("chat_attribute", "chat_attribute_value", "attribute_id"));

    private final Vertx vertx;
    private final Pool pool;
    private final RemovalConfig config;
    private final ChangeLog log;
    private final WakeUps wakeUps;
    private final Loop loop;
    private long timer;

    protected Removals(Vertx vertx, Pool pool, RemovalConfig config, ChangeLog log, WakeUps wakeUps) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
        this.log = log;
        this.wakeUps = wakeUps;
        loop = new Loop(
                vertx.getOrCreateContext(),
                () -> all().replaceWith(false),
                failure -> LOG.warnf("What was deleted stays on chats for now: %s", failure.toString()));
    }

    void start(@Observes StartupEvent start) {
        timer = vertx.setPeriodic(config.poll().toMillis(), _ -> begin());
    }

    void end(@Observes ShutdownEvent shutdown) {
        vertx.cancelTimer(timer);
    }

    /// Begin with what there is to do, in the background.
    public void begin() {
        loop.ask();
    }

    private Uni<Void> all() {
        return Multi.createFrom()
                .iterable(ALL)
                .onItem()
                .transformToUniAndConcatenate(this::all)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> all(Removal removal) {
        return pool.preparedQuery(removal.due())
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> all(removal, row.getUUID("workspace_id"), row.getUUID("id")))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> all(Removal removal, UUID workspaceId, UUID id) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction -> batch(transaction, removal, workspaceId, id)))
                .invoke(changes -> {
                    if (!changes.isEmpty()) {
                        wakeUps.changed(workspaceId);
                    }
                })
                .repeat()
                .whilst(changes -> changes.size() >= config.batch())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<List<NewChange>> batch(SqlClient transaction, Removal removal, UUID workspaceId, UUID id) {
        var which = Tuple.of(workspaceId, id);
        return transaction
                .preparedQuery(removal.lock())
                .execute(which)
                .chain(locked -> locked.size() == 0
                        ? Uni.createFrom().item(List.of())
                        : takeOff(transaction, removal, workspaceId, id)
                                .call(() -> transaction
                                        .preparedQuery(removal.finish())
                                        .execute(which))
                                .call(changes -> log.append(transaction, workspaceId, changes)));
    }

    private Uni<List<NewChange>> takeOff(SqlClient transaction, Removal removal, UUID workspaceId, UUID id) {
        return transaction
                .preparedQuery(removal.takeOff())
                .execute(Tuple.of(workspaceId, id, config.batch()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> NewChange.chat(ChangeType.CHAT_UPDATED, row.getUUID("chat_id")))
                        .toList());
    }
}
