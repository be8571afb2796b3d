package dev.sharedinbox.media;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.time.Instant;

/// A store whose disk is full until it has space again.
final class FullBlobStore implements BlobStore {

    private final BlobStore disk;
    private volatile boolean full = true;

    FullBlobStore(BlobStore disk) {
        this.disk = disk;
    }

    void hasSpaceAgain() {
        full = false;
    }

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        var refused = MediaException.ofStore(new IOException("No space left on device"));
        return Uni.createFrom().deferred(() -> full ? Uni.createFrom().failure(refused) : disk.put(key, content));
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
