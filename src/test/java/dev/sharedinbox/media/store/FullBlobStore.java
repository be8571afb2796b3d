package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;

/// A store whose disk is full until it has space again.
final class FullBlobStore extends TroubledStore {

    private volatile boolean full = true;

    FullBlobStore(BlobStore disk) {
        super(disk);
    }

    void hasSpaceAgain() {
        full = false;
    }

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        var refused = MediaException.ofStore(new IOException("No space left on device"));
        return Uni.createFrom().deferred(() -> full ? Uni.createFrom().failure(refused) : super.put(key, content));
    }
}
