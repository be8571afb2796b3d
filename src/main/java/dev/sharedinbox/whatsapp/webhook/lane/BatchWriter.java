package dev.sharedinbox.whatsapp.webhook.lane;

import dev.sharedinbox.change.WakeUps;
import dev.sharedinbox.chat.intake.Intake;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.platform.sql.Pools;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import dev.sharedinbox.whatsapp.webhook.ledger.Delivery;
import dev.sharedinbox.whatsapp.webhook.ledger.Ledger;
import io.quarkus.logging.Log;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Writes deliveries of one workspace in one transaction. Where the store refuses a batch because of its content, the
/// deliveries are written one by one, and of one that is still refused item by item, so that only the culprit stays in
/// the ledger.
@ApplicationScoped
public class BatchWriter {

    /// The SQL states that say "the same again may succeed": serialization failure and deadlock.
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01");

    /// The SQL state classes that speak of the data: constraint violations, data exceptions, our own checks.
    private static final Set<String> ABOUT_DATA = Set.of("22", "23", "54");

    private static final int RETRIES = 3;

    private final Pool pool;
    private final Ledger ledger;
    private final Intake intake;
    private final WakeUps wakeUps;

    BatchWriter(@ReactiveDataSource(Pools.INTAKE) Pool pool, Ledger ledger, Intake intake, WakeUps wakeUps) {
        this.pool = pool;
        this.ledger = ledger;
        this.intake = intake;
        this.wakeUps = wakeUps;
    }

    /// Store all deliveries, or fail without having stored any of them. They are returned as they turned out:
    /// with the items failed that the store refused.
    Uni<List<Delivery>> write(UUID workspaceId, List<Delivery> deliveries) {
        return write(workspaceId, deliveries, ledger::keep);
    }

    /// The same for deliveries whose bodies the ledger holds already.
    public Uni<List<Delivery>> rewrite(UUID workspaceId, List<Delivery> deliveries) {
        return write(workspaceId, deliveries, ledger::renew);
    }

    private Uni<List<Delivery>> write(UUID workspaceId, List<Delivery> deliveries, Booking booking) {
        return pool.withTransaction(transaction -> store(transaction, workspaceId, deliveries, booking))
                .onFailure(BatchWriter::isTransient)
                .retry()
                .atMost(RETRIES)
                .invoke(facts -> wake(workspaceId, facts))
                .replaceWith(deliveries)
                .onFailure(BatchWriter::isAboutData)
                .recoverWithUni(failure -> isolate(workspaceId, deliveries, booking, failure));
    }

    /// The ledger is written to and the customers are looked for without waiting for each other; a connection
    /// does what it is sent in order, and nothing more once a statement has failed.
    private Uni<Integer> store(SqlClient transaction, UUID workspaceId, List<Delivery> deliveries, Booking booking) {
        return Uni.combine()
                .all()
                .unis(
                        booking.note(transaction, workspaceId, deliveries),
                        intake.store(transaction, workspaceId, incoming(deliveries)))
                .with((_, facts) -> facts);
    }

    private Uni<List<Delivery>> isolate(
            UUID workspaceId, List<Delivery> deliveries, Booking booking, Throwable failure) {
        if (deliveries.size() > 1) {
            return Multi.createFrom()
                    .iterable(deliveries)
                    .onItem()
                    .transformToUniAndConcatenate(delivery -> write(workspaceId, List.of(delivery), booking))
                    .onItem()
                    .<Delivery>transformToIterable(written -> written)
                    .collect()
                    .asList();
        }
        var delivery = deliveries.getFirst();
        Log.warnf("The store refused something in webhook delivery %s: %s", delivery.id(), reason(failure));
        return Multi.createFrom()
                .iterable(delivery.items())
                .onItem()
                .transformToUniAndConcatenate(item -> tried(workspaceId, item))
                .collect()
                .asList()
                .map(items -> List.of(delivery.with(items)))
                .call(tried -> pool.withTransaction(transaction -> booking.note(transaction, workspaceId, tried)));
    }

    /// Store one item by itself and return it as what it turned out to be.
    private Uni<Item> tried(UUID workspaceId, Item item) {
        return switch (item) {
            case Item.Kept kept -> Uni.createFrom().item(kept);
            case Item.Failed failed -> Uni.createFrom().item(failed);
            case Item.Understood(var path, var field, var incoming) ->
                pool.withTransaction(transaction -> intake.store(transaction, workspaceId, List.of(incoming)))
                        .invoke(facts -> wake(workspaceId, facts))
                        .map(_ -> item)
                        .onFailure(BatchWriter::isAboutData)
                        .recoverWithItem(failure -> new Item.Failed(path, field, reason(failure)));
        };
    }

    private void wake(UUID workspaceId, int facts) {
        if (facts > 0) {
            wakeUps.changed(workspaceId);
        }
    }

    private static List<Incoming> incoming(List<Delivery> deliveries) {
        var incoming = new ArrayList<Incoming>();
        for (var delivery : deliveries) {
            for (var item : delivery.items()) {
                if (item instanceof Item.Understood understood) {
                    incoming.add(understood.incoming());
                }
            }
        }
        return incoming;
    }

    private static boolean isTransient(Throwable failure) {
        return failure instanceof PgException refused && TRANSIENT.contains(refused.getSqlState());
    }

    private static boolean isAboutData(Throwable failure) {
        return switch (failure) {
            case PgException refused ->
                ABOUT_DATA.contains(refused.getSqlState().substring(0, 2));
            case IllegalArgumentException _, IllegalStateException _ -> true;
            default -> false;
        };
    }

    /// Names the rule that was broken, never the values.
    private static String reason(Throwable failure) {
        return failure instanceof PgException refused
                ? "refused by the store: " + refused.getSqlState() + " " + refused.getConstraint()
                : "refused by the store: " + failure.getClass().getSimpleName();
    }

    /// How the ledger learns of a batch.
    @FunctionalInterface
    private interface Booking {
        Uni<Void> note(SqlClient transaction, UUID workspaceId, List<Delivery> deliveries);
    }
}
