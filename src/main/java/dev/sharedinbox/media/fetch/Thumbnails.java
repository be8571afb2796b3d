package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.store.BlobKey.Part;
import dev.sharedinbox.media.store.BlobStore;
import dev.sharedinbox.media.store.ByteRange;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Makes small pictures of images, one at a time on a thread of its own. A file without one is as good as any other,
/// so nothing that goes wrong here matters.
@ApplicationScoped
public class Thumbnails {

    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif");
    private static final long MAX_SIZE = 20L * 1024 * 1024;

    private final BlobStore blobs;
    private final WorkerExecutor worker;

    Thumbnails(BlobStore blobs, Vertx vertx) {
        this.blobs = blobs;
        this.worker = vertx.createSharedWorkerExecutor("thumbnails", 1);
    }

    /// Keep a thumbnail beside the file.
    ///
    /// @return its size in bytes; zero when the file is no image that we can read
    public Uni<Long> make(FetchClaim claim, String type, long size) {
        if (!TYPES.contains(type) || size > MAX_SIZE) {
            return none();
        }
        return blobs.get(claim.key(Part.FILE), ByteRange.all(size))
                .chain(chunks -> chunks.collect().in(Buffer::buffer, (all, chunk) -> all.appendBuffer(chunk)))
                .chain(image -> worker.executeBlocking(() -> Thumbnail.of(image.getBytes())))
                .chain(thumbnail -> thumbnail.map(bytes -> keep(claim, bytes)).orElseGet(Thumbnails::none))
                .onFailure()
                .invoke(failure -> Log.infof("Attachment %s has no thumbnail: %s", claim.attachmentId(), failure))
                .onFailure()
                .recoverWithItem(0L);
    }

    @PreDestroy
    void close() {
        worker.closeAndForget();
    }

    private Uni<Long> keep(FetchClaim claim, byte[] bytes) {
        return blobs.put(claim.key(Part.THUMBNAIL), Multi.createFrom().item(Buffer.buffer(bytes)))
                .replaceWith((long) bytes.length);
    }

    private static Uni<Long> none() {
        return Uni.createFrom().item(0L);
    }
}
