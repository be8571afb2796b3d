package dev.sharedinbox.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.store.BlobKey.Part;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a disk of one megabyte, where this machine lets us make one.
class FullDiskTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private static Path directory;

    private final Vertx vertx = Vertx.vertx();
    private boolean mounted;

    @BeforeEach
    void mount() {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", directory.toString());
        assumeTrue(mounted);
    }

    @AfterEach
    void unmount() {
        done(vertx.close());
        assertThat(!mounted || run("umount", directory.toString())).isTrue();
    }

    @Test
    void fullDisk_refusesTheFileKeepsTheOthersAndLeavesNoRemains() {
        // Given
        var store = new FileBlobStore(vertx, directory);
        done(store.put(key(1), megabytes(0.25)));

        // Then
        assertThatThrownBy(() -> done(store.put(key(2), megabytes(3))))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(MediaFailure.NOT_STORED));
        assertThat(done(store.exists(key(2)))).isFalse();
        assertThat(done(store.sweep(Instant.now().plusSeconds(60)))).isZero();

        // When
        done(store.put(key(3), megabytes(0.5)));

        // Then
        assertThat(done(store.exists(key(1)))).isTrue();
        assertThat(done(store.exists(key(3)))).isTrue();
    }

    private static Multi<Buffer> megabytes(double count) {
        var chunk = 64 * 1024;
        return Multi.createFrom().range(0, (int) (count * MEGABYTE / chunk)).map(_ -> Buffer.buffer(new byte[chunk]));
    }

    private static BlobKey key(long number) {
        return new BlobKey(new UUID(0, 1), new UUID(0, number), Part.FILE);
    }

    private static <T> T done(Uni<T> deed) {
        return deed.await().atMost(Duration.ofSeconds(30));
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
