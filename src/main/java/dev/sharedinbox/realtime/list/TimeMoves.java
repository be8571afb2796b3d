package dev.sharedinbox.realtime.list;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.list.page.Crossings;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.realtime.row.ListRow;
import dev.sharedinbox.realtime.row.ListRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds what time alone did to a list.
@ApplicationScoped
class TimeMoves {

    private final Crossings crossings;
    private final ChatReader chats;
    private final ChangeLog log;
    private final ListRows rows;
    private final int most;

    TimeMoves(Crossings crossings, ChatReader chats, ChangeLog log, ListRows rows, ListConfig config) {
        this.crossings = crossings;
        this.chats = chats;
        this.log = log;
        this.rows = rows;
        this.most = config.mostCrossings();
    }

    /// Find the rows that entered or left a list between two moments, as far as no change did it; empty when there are
    /// so many that loading afresh is faster.
    Uni<Optional<Passage>> between(LiveList list, Instant from, Instant to) {
        return crossings
                .between(list.workspaceId(), list.borders(), from, to, most + 1)
                .chain(ids -> ids.size() > most
                        ? Uni.createFrom().item(Optional.empty())
                        : read(list, ids, from, to).map(Optional::of));
    }

    /// The log's head is read last: nothing after it has been seen.
    private Uni<Passage> read(LiveList list, Collection<UUID> ids, Instant from, Instant to) {
        return chats.fullChats(list.workspaceId(), ids)
                .map(found -> found.values().stream()
                        .map(rows::row)
                        .flatMap(row -> moved(list, row, from, to))
                        .toList())
                .chain(moves -> log.head(list.workspaceId()).map(head -> new Passage(moves, head.position())));
    }

    private static Stream<Move> moved(LiveList list, ListRow row, Instant from, Instant to) {
        return list.decide(row, from, to).map(move -> new Move(move, row)).stream();
    }

    /// What became of a row.
    record Move(ListMove move, ListRow row) {}

    /// What happened while time passed.
    ///
    /// @param seen a position in the change log up to which changes may have been seen in the rows
    record Passage(List<Move> moves, long seen) {}
}
