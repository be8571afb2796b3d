package dev.sharedinbox.platform;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;

/// Makes one question of what the fields of one request ask in one turn of the event loop, so that a page
/// costs one more statement for what hangs on its entries. (SmallRye's own batching gives every field of a
/// batch the arguments of the first, so it cannot serve fields that have arguments.)
///
/// @param <K> what questions must share to be asked together, such as the viewer
/// @param <Q> a question
/// @param <A> its answer
public final class Gathering<K, Q, A> {

    private final ConcurrentMap<Turn<K>, List<Wish<Q, A>>> turns = new ConcurrentHashMap<>();
    private final BiFunction<K, List<Q>, Uni<List<Uni<A>>>> read;

    /// Gather for a reader that takes many questions at once.
    ///
    /// @param read gives an answer for each question, in their order; one may fail alone
    public Gathering(BiFunction<K, List<Q>, Uni<List<Uni<A>>>> read) {
        this.read = read;
    }

    /// Ask a question; the answer comes with those of all others of this turn. Call it on an event loop.
    public Uni<A> ask(K key, Q question) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Objects.requireNonNull(Vertx.currentContext(), "Fields are read on an event loop");
            wish(new Turn<>(context, key), new Wish<>(question, emitter));
        });
    }

    private void wish(Turn<K> turn, Wish<Q, A> wish) {
        turns.compute(turn, (_, wishes) -> {
            if (wishes == null) {
                turn.context().runOnContext(_ -> read(turn));
            }
            var all = wishes == null ? new ArrayList<Wish<Q, A>>() : wishes;
            all.add(wish);
            return all;
        });
    }

    private void read(Turn<K> turn) {
        var wishes = Objects.requireNonNull(turns.remove(turn));
        read.apply(turn.key(), wishes.stream().map(Wish::question).toList())
                .subscribe()
                .with(
                        answers -> fulfil(wishes, answers),
                        failure -> wishes.forEach(wish -> wish.emitter().fail(failure)));
    }

    private static <Q, A> void fulfil(List<Wish<Q, A>> wishes, List<Uni<A>> answers) {
        for (int place = 0; place < wishes.size(); place++) {
            var emitter = wishes.get(place).emitter();
            answers.get(place).subscribe().with(emitter::complete, emitter::fail);
        }
    }

    private record Turn<K>(Context context, K key) {}

    private record Wish<Q, A>(Q question, UniEmitter<? super A> emitter) {}
}
