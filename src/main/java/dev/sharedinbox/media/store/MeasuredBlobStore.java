package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaMetrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.time.Instant;

/// Tells operators how the store fares, whichever it is.
///
/// @param inner the store
record MeasuredBlobStore(BlobStore inner, MediaMetrics metrics) implements BlobStore {

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        return measured(MediaMetrics.PUT, inner.put(key, content));
    }

    /// Measures until the first byte: how long the rest takes is up to whoever reads.
    @Override
    public Uni<Multi<Buffer>> get(BlobKey key, ByteRange range) {
        return measured("get", inner.get(key, range));
    }

    @Override
    public Uni<Void> delete(BlobKey key) {
        return measured("delete", inner.delete(key));
    }

    @Override
    public Uni<Boolean> exists(BlobKey key) {
        return measured("exists", inner.exists(key));
    }

    @Override
    public Uni<Integer> sweep(Instant before) {
        return measured("sweep", inner.sweep(before));
    }

    private <T> Uni<T> measured(String call, Uni<T> result) {
        return Uni.createFrom().deferred(() -> {
            var begun = metrics.begin();
            return result.onItemOrFailure().invoke((_, failure) -> metrics.called(begun, call, failure));
        });
    }
}
