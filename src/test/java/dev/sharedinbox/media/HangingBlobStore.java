package dev.sharedinbox.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// A store in which nothing moves until it goes on.
final class HangingBlobStore implements BlobStore {

    private final BlobStore disk;
    private final AtomicInteger hanging = new AtomicInteger();
    private final CompletableFuture<Boolean> going = new CompletableFuture<>();

    HangingBlobStore(BlobStore disk) {
        this.disk = disk;
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
                .chain(_ -> disk.put(key, content));
    }

    @Override
    public Uni<Multi<Buffer>> get(BlobKey key, ByteRange range) {
        return disk.get(key, range);
    }

    @Override
    public Uni<Void> delete(BlobKey key) {
        return disk.delete(key);
    }

    @Override
    public Uni<Boolean> exists(BlobKey key) {
        return disk.exists(key);
    }

    @Override
    public Uni<Integer> sweep(Instant before) {
        return disk.sweep(before);
    }
}
