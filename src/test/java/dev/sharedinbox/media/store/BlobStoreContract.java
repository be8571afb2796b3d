package dev.sharedinbox.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.store.BlobKey.Part;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What every blob store does.
abstract class BlobStoreContract {

    private static final int CHUNK = 64 * 1024;
    private static final int CHUNKS_OF_50_MB = 800;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final BlobKey key = new BlobKey(UUID.randomUUID(), UUID.randomUUID(), Part.FILE);

    abstract BlobStore store();

    /// Leave what a node leaves that dies while it stores a blob.
    abstract void dieWhileStoring(BlobKey key) throws Exception;

    @Test
    void storedBlob_isGivenBackInFullAndInPart() {
        // When
        put(key, "0123456789");

        // Then
        assertThat(text(key, ByteRange.all(10))).isEqualTo("0123456789");
        assertThat(text(key, new ByteRange(3, 4))).isEqualTo("3456");
        assertThat(text(key, new ByteRange(9, 1))).isEqualTo("9");
        assertThat(exists(key)).isTrue();
    }

    @Test
    void missingBlob_isAFailureOfTheStore() {
        assertThat(exists(key)).isFalse();
        assertThatThrownBy(() -> text(key, ByteRange.all(1)))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(MediaFailure.NOT_STORED));
    }

    @Test
    void secondPut_takesThePlaceOfTheFirst() {
        // Given
        put(key, "first");

        // When
        put(key, "second");
        put(key, "second");

        // Then
        assertThat(text(key, ByteRange.all(6))).isEqualTo("second");
    }

    @Test
    void partsOfAnAttachment_areBlobsOfTheirOwn() {
        // Given
        var thumbnail = new BlobKey(key.workspaceId(), key.attachmentId(), Part.THUMBNAIL);
        put(key, "file");
        put(thumbnail, "picture");

        // When
        done(store().delete(thumbnail));

        // Then
        assertThat(exists(thumbnail)).isFalse();
        assertThat(text(key, ByteRange.all(4))).isEqualTo("file");
    }

    @Test
    void delete_isFineWhenThereIsNothing() {
        // Given
        put(key, "soon gone");

        // When
        done(store().delete(key));
        done(store().delete(key));

        // Then
        assertThat(exists(key)).isFalse();
    }

    @Test
    void fiftyMegabytes_passThroughWithoutGathering() {
        // Given
        var emitted = new AtomicLong();
        var ahead = new AtomicLong();
        var requested = new AtomicLong();
        var content = chunks(CHUNKS_OF_50_MB)
                .onItem()
                .invoke(emitted::incrementAndGet)
                .onRequest()
                .invoke(count -> ahead.accumulateAndGet(requested.addAndGet(count) - emitted.get(), Math::max));

        // When
        done(store().put(key, content));

        // Then
        assertThat(emitted).hasValue(CHUNKS_OF_50_MB);
        assertThat(ahead.get()).isLessThanOrEqualTo(16);
        var size = (long) CHUNKS_OF_50_MB * CHUNK;
        assertThat(digest(key, new ByteRange(0, size))).isEqualTo(digest(chunks(CHUNKS_OF_50_MB)));
        assertThat(digest(key, new ByteRange(7L * CHUNK, 3L * CHUNK)))
                .isEqualTo(digest(chunks(10).skip().first(7)));
    }

    @Test
    void contentThatFailsLate_leavesWhatWasThereBefore() {
        // Given
        put(key, "former");
        var broken = new MediaException(MediaFailure.DAMAGED, "not the announced one");
        var content = Multi.createBy()
                .concatenating()
                .streams(chunks(200), Multi.createFrom().failure(broken));

        // Then
        assertThatThrownBy(() -> done(store().put(key, content))).isSameAs(broken);
        assertThat(text(key, ByteRange.all(6))).isEqualTo("former");
        assertThat(remains()).isZero();
    }

    @Test
    void contentThatFailsAtItsVeryEnd_isNeverVisible() {
        // Given
        var content = chunks(3).onCompletion().invoke(() -> {
            throw new MediaException(MediaFailure.DAMAGED, "not the announced one");
        });

        // Then
        assertThatThrownBy(() -> done(store().put(key, content))).isInstanceOf(MediaException.class);
        assertThat(exists(key)).isFalse();
        assertThat(remains()).isZero();
    }

    @Test
    void abandonedPut_leavesNothing() throws InterruptedException {
        // Given
        var underWay = new CountDownLatch(150);
        var content = Multi.createBy()
                .concatenating()
                .streams(chunks(150), Multi.createFrom().nothing());
        var put = store().put(key, content.onItem().invoke(underWay::countDown))
                .subscribe()
                .with(_ -> {});
        assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();

        // When
        put.cancel();

        // Then
        assertThat(exists(key)).isFalse();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(remains()).isZero());
    }

    @Test
    void readerWhoHangsUp_holdsNothing() {
        // Given
        done(store().put(key, chunks(40)));

        // Then
        for (var i = 0; i < 60; i++) {
            var first = done(store().get(key, ByteRange.all(40L * CHUNK)))
                    .select()
                    .first()
                    .collect()
                    .last();
            assertThat(done(first).length()).isPositive();
        }
    }

    @Test
    void remainsOfADeadNode_areSweptOnceTheyAreOld() throws Exception {
        // Given
        dieWhileStoring(key);

        // Then
        assertThat(done(store().sweep(Instant.now().minusSeconds(3600)))).isZero();
        assertThat(done(store().sweep(Instant.now().plusSeconds(3600)))).isEqualTo(1);
        assertThat(remains()).isZero();
        assertThat(exists(key)).isFalse();
    }

    /// How many unfinished puts there are; none is under way.
    private int remains() {
        return done(store().sweep(Instant.now().plusSeconds(3600)));
    }

    private void put(BlobKey key, String content) {
        done(store().put(key, Multi.createFrom().items(Buffer.buffer(content))));
    }

    private boolean exists(BlobKey key) {
        return done(store().exists(key));
    }

    private String text(BlobKey key, ByteRange range) {
        var all = done(store().get(key, range)).collect().in(Buffer::buffer, (text, part) -> text.appendBuffer(part));
        return done(all).toString(StandardCharsets.UTF_8);
    }

    private byte[] digest(BlobKey key, ByteRange range) {
        return digest(done(store().get(key, range)));
    }

    private static byte[] digest(Multi<Buffer> content) {
        var sha256 = sha256();
        done(content.onItem()
                .invoke(part -> sha256.update(part.getBytes()))
                .collect()
                .last());
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Chunks that differ from each other, made only when they are asked for.
    private static Multi<Buffer> chunks(int count) {
        return Multi.createFrom().range(0, count).map(number -> {
            var chunk = new byte[CHUNK];
            new Random(number).nextBytes(chunk);
            return Buffer.buffer(chunk);
        });
    }

    static <T> T done(Uni<T> deed) {
        return deed.await().atMost(LIMIT);
    }
}
