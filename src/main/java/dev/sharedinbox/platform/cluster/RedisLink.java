package dev.sharedinbox.platform.cluster;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// Signals by Redis publish and subscribe, which takes them off the database. To be asked for only where a
/// Redis is configured.
@Singleton
final class RedisLink implements NodeLink {

    private final Redis redis;

    RedisLink(Redis redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Uni<Void> send(List<Parcel> parcels) {
        var requests = parcels.stream()
                .map(parcel -> request(Command.PUBLISH).arg(parcel.channel()).arg(parcel.payload()))
                .toList();
        return redis.batch(requests).replaceWithVoid();
    }

    @Override
    public Uni<Ear> open(BiConsumer<String, String> heard, Runnable lost) {
        return redis.connect().map(connection -> {
            var ear = new RedisEar(connection, heard);
            var told = new AtomicBoolean();
            Runnable once = () -> {
                if (!ear.closed && told.compareAndSet(false, true)) {
                    lost.run();
                }
            };
            connection
                    .getDelegate()
                    .handler(ear::receive)
                    .exceptionHandler(failure -> {
                        Log.debug("The connection to Redis failed", failure);
                        once.run();
                    })
                    .endHandler(_ -> once.run());
            return ear;
        });
    }

    private static Request request(Command command) {
        return Request.cmd(io.vertx.mutiny.redis.client.Command.newInstance(command));
    }

    private static final class RedisEar implements Ear {

        private final RedisConnection connection;
        private final BiConsumer<String, String> heard;
        /// Who waits for Redis to confirm a channel.
        private final ConcurrentMap<String, UniEmitter<? super Void>> confirmations = new ConcurrentHashMap<>();

        private volatile boolean closed;

        RedisEar(RedisConnection connection, BiConsumer<String, String> heard) {
            this.connection = connection;
            this.heard = heard;
        }

        @Override
        public Uni<Void> listen(String channel) {
            return Uni.createFrom().emitter(confirmed -> {
                confirmations.put(channel, confirmed);
                connection
                        .send(request(Command.SUBSCRIBE).arg(channel))
                        .subscribe()
                        .with(_ -> {}, confirmed::fail);
            });
        }

        @Override
        public Uni<Void> unlisten(String channel) {
            return connection.send(request(Command.UNSUBSCRIBE).arg(channel)).replaceWithVoid();
        }

        @Override
        public Uni<Void> close() {
            closed = true;
            return connection.close().onFailure().recoverWithNull();
        }

        void receive(Response push) {
            if (push.size() < 3) {
                return;
            }
            var channel = push.get(1).toString();
            switch (push.get(0).toString()) {
                case "message" -> heard.accept(channel, push.get(2).toString());
                case "subscribe" -> {
                    var waiting = confirmations.remove(channel);
                    if (waiting != null) {
                        waiting.complete(null);
                    }
                }
                default -> {}
            }
        }
    }
}
