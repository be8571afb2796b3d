package dev.sharedinbox.chat.history;

import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Reads slices of chats. What the fields of one request ask for in one turn of the event loop becomes one statement,
/// so that a page of chats costs one more statement for the messages of all of them. (SmallRye's own batching gives
/// every field of a batch the arguments of the first, so it cannot serve fields that have arguments.)
@ApplicationScoped
class MessageHistory {

    private final ConcurrentMap<Turn, List<Wish>> turns = new ConcurrentHashMap<>();
    private final Histories histories;

    MessageHistory(Histories histories) {
        this.histories = histories;
    }

    Uni<MessageConnectionView> slice(Viewer viewer, Slice slice) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Objects.requireNonNull(Vertx.currentContext(), "Fields are read on an event loop");
            wish(new Turn(context, viewer), new Wish(slice, emitter));
        });
    }

    private void wish(Turn turn, Wish wish) {
        turns.compute(turn, (_, wishes) -> {
            if (wishes == null) {
                turn.context().runOnContext(_ -> read(turn));
            }
            var all = wishes == null ? new ArrayList<Wish>() : wishes;
            all.add(wish);
            return all;
        });
    }

    private void read(Turn turn) {
        var wishes = Objects.requireNonNull(turns.remove(turn));
        histories
                .read(turn.viewer(), wishes.stream().map(Wish::slice).toList())
                .subscribe()
                .with(
                        pages -> fulfil(wishes, pages),
                        failure -> wishes.forEach(wish -> wish.emitter().fail(failure)));
    }

    private static void fulfil(List<Wish> wishes, List<Uni<MessageConnectionView>> pages) {
        for (int place = 0; place < wishes.size(); place++) {
            var emitter = wishes.get(place).emitter();
            pages.get(place).subscribe().with(emitter::complete, emitter::fail);
        }
    }

    private record Turn(Context context, Viewer viewer) {}

    private record Wish(Slice slice, UniEmitter<? super MessageConnectionView> emitter) {}
}
