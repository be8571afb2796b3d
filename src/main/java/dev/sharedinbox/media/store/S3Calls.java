package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// Calls S3 without holding an event loop, and brings what comes of it back to where it was asked for. A call is made
/// at each subscription; the client's own timeouts and few retries bound it.
///
/// @param client speaks the protocol
record S3Calls(S3AsyncClient client, Vertx vertx) {

    /// Chunks that may wait for whoever reads.
    private static final int AHEAD = 8;

    /// Looking for credentials may read files and call other servers, and signing reads the whole part: neither may
    /// happen on an event loop.
    <T> Uni<T> call(Function<S3AsyncClient, CompletableFuture<T>> call) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom()
                        .completionStage(() -> call.apply(client))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(here())
                        .onFailure()
                        .transform(MediaException::ofStore));
    }

    /// The bytes of an answer, fetched while somebody takes them.
    Multi<Buffer> bytes(Publisher<ByteBuffer> answer) {
        return Multi.createFrom()
                .publisher(AdaptersToFlow.publisher(answer))
                .map(S3Calls::buffer)
                .emitOn(here(), AHEAD)
                .onFailure()
                .transform(MediaException::ofStore);
    }

    /// The digest by which the server sees that it got what we sent.
    static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    private Executor here() {
        var context = vertx.getOrCreateContext();
        return context::runOnContext;
    }

    private static Buffer buffer(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Buffer.buffer(copy);
    }
}
