package dev.sharedinbox.media.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A store in which nothing moves until it goes on.
final class HangingBlobStore extends TroubledStore {

    private final AtomicInteger hanging = new AtomicInteger();
    private final CompletableFuture<Boolean> going = new CompletableFuture<>();

    HangingBlobStore(BlobStore disk) {
        super(disk);
    }

    /// How many files are being stored.
    int hanging() {
        return hanging.get();
    }

    void goesOn() {
        going.complete(true);
    }

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        return Uni.createFrom()
                .deferred(() -> {
                    hanging.incrementAndGet();
                    return Uni.createFrom().completionStage(going.copy());
                })
                .chain(_ -> super.put(key, content));
    }
}
