package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Locks all stored messages that a batch may change in more than one way, at once and in id order, so that two batches
/// never wait for each other.
final class MessageLocks {

    private static final String LOCK = """
            select id from message where workspace_id = $1 and id = any(array(
                select found.id from unnest($2::uuid[], $3::text[]) as named (business_number_id, provider_message_id)
                cross join lateral (
                    select id from message where workspace_id = $1 and business_number_id = named.business_number_id
                        and provider_message_id = named.provider_message_id limit 1) found))
            order by id for update
            """;

    private MessageLocks() {}

    static Uni<Void> lock(SqlClient transaction, UUID workspaceId, List<Incoming> items) {
        if (items.stream().noneMatch(MessageLocks::rewrites)) {
            return Uni.createFrom().voidItem();
        }
        var named = items.stream().flatMap(MessageLocks::named).distinct().toList();
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(workspaceId, ProviderId.numbers(named), ProviderId.values(named)))
                .replaceWithVoid();
    }

    private static boolean rewrites(Incoming item) {
        return switch (item) {
            case Incoming.Amendment _ -> true;
            case Incoming.Message message -> LateFiles.mayComplete(message);
            case Incoming.Reaction _, Incoming.Call _, Incoming.Status _ -> false;
            case Incoming.Marketing _, Incoming.BookEntry _, Incoming.Account _ -> false;
        };
    }

    private static Stream<ProviderId> named(Incoming item) {
        return switch (item) {
            case Incoming.Amendment amendment -> Stream.of(ProviderId.target(amendment));
            case Incoming.Message message -> Stream.of(ProviderId.of(message));
            case Incoming.Status status -> Stream.of(ProviderId.of(status));
            case Incoming.Reaction _, Incoming.Call _ -> Stream.empty();
            case Incoming.Marketing _, Incoming.BookEntry _, Incoming.Account _ -> Stream.empty();
        };
    }
}
