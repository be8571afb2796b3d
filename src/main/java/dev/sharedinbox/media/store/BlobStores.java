package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaConfig.Store;
import dev.sharedinbox.media.MediaMetrics;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// Chooses the store that the settings name.
@ApplicationScoped
class BlobStores {

    private final MediaConfig config;

    BlobStores(MediaConfig config) {
        this.config = config;
    }

    /// A node that could not keep a single file had better not start.
    void check(@Observes StartupEvent start) {
        if (config.store() == Store.S3 && config.s3().bucket().isEmpty()) {
            throw new IllegalStateException("inbox.media.store=s3 needs a bucket: set inbox.media.s3.bucket");
        }
    }

    @Produces
    @ApplicationScoped
    BlobStore chosen(Vertx vertx, Instance<S3AsyncClient> s3, MediaMetrics metrics) {
        var store = switch (config.store()) {
            case FILE -> new FileBlobStore(vertx, Path.of(config.directory()));
            case S3 -> new S3BlobStore(s3.get(), vertx, config.s3());
        };
        return new MeasuredBlobStore(store, metrics);
    }
}
