package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.time.Instant;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Keeps blobs in a bucket of S3, or of any server that speaks its protocol. Every part carries a digest that the
/// server checks, and a blob becomes visible by the last call of its upload; one that broke off never does.
final class S3BlobStore implements BlobStore {

    private static final int NOT_FOUND = 404;

    private final S3Calls s3;
    private final String bucket;
    private final int partSize;

    S3BlobStore(S3AsyncClient client, Vertx vertx, MediaConfig.S3 config) {
        s3 = new S3Calls(client, vertx);
        bucket = config.bucket().orElseThrow();
        partSize = Math.toIntExact(config.partSize().asLongValue());
    }

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        return Uni.createFrom().deferred(() -> {
            var upload = new S3Upload(s3, bucket, key.path());
            return fill(upload, content)
                    .onFailure()
                    .call(upload::abort)
                    .onCancellation()
                    .call(upload::abort);
        });
    }

    @Override
    public Uni<Multi<Buffer>> get(BlobKey key, ByteRange range) {
        return s3.call(client -> client.getObject(
                        get -> get.bucket(bucket).key(key.path()).range(header(range)),
                        AsyncResponseTransformer.toPublisher()))
                .map(s3::bytes);
    }

    @Override
    public Uni<Void> delete(BlobKey key) {
        return s3.call(client ->
                        client.deleteObject(delete -> delete.bucket(bucket).key(key.path())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> exists(BlobKey key) {
        return s3.call(client -> client.headObject(head -> head.bucket(bucket).key(key.path())))
                .replaceWith(true)
                .onFailure(S3BlobStore::isNotFound)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Integer> sweep(Instant before) {
        return s3.call(client -> client.listMultipartUploads(list -> list.bucket(bucket)))
                .onItem()
                .transformToMulti(listed -> Multi.createFrom().iterable(listed.uploads()))
                .filter(upload -> upload.initiated().isBefore(before))
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .with(Collectors.summingInt(removed -> removed));
    }

    /// One part at a time, and the content is asked for more only when the part is there.
    private Uni<Void> fill(S3Upload upload, Multi<Buffer> content) {
        var cutter = new PartCutter(partSize);
        return content.onItem()
                .transformToMultiAndConcatenate(chunk -> Multi.createFrom().iterable(cutter.add(chunk.getBytes())))
                .onItem()
                .transformToUniAndConcatenate(upload::part)
                .collect()
                .last()
                .chain(() -> upload.end(cutter.rest()));
    }

    private Uni<Integer> remove(MultipartUpload upload) {
        return s3.call(client -> client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())))
                .replaceWith(1)
                .onFailure()
                .recoverWithItem(0);
    }

    private static String header(ByteRange range) {
        return "bytes=" + range.from() + "-" + (range.from() + range.length() - 1);
    }

    private static boolean isNotFound(Throwable failure) {
        return failure.getCause() instanceof S3Exception answer && answer.statusCode() == NOT_FOUND;
    }
}
