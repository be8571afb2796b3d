package dev.sharedinbox.media.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.time.Instant;

/// A store on a disk with which something is the matter when files are put there.
abstract class TroubledStore implements BlobStore {

    private final BlobStore disk;

    TroubledStore(BlobStore disk) {
        this.disk = disk;
    }

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        return disk.put(key, content);
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
