package dev.sharedinbox.media.store;

import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        done(VERTX.close());
    }

    @Override
    BlobStore store() {
        return new FileBlobStore(VERTX, directory);
    }

    @Override
    void dieWhileStoring(BlobKey key) throws IOException {
        Files.createDirectories(directory.resolve("incoming"));
        Files.writeString(directory.resolve("incoming").resolve(key.attachmentId() + ".part"), "half of it");
    }
}
