package dev.sharedinbox.media.store;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// One object on its way into a bucket. A small one goes in one call, a larger one in parts; either way it is there
/// only once all of it is. Good for one object.
final class S3Upload {

    private final S3Calls s3;
    private final String bucket;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private @Nullable String uploadId;

    S3Upload(S3Calls s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    /// Upload a part that another one follows.
    Uni<Void> part(byte[] bytes) {
        return begun().chain(id -> part(id, bytes));
    }

    /// Upload the last part and make the object visible.
    Uni<Void> end(byte[] bytes) {
        var id = uploadId;
        return id == null ? whole(bytes) : part(id, bytes).chain(() -> complete(id));
    }

    /// Drop what was uploaded. Never fails: what cannot be dropped now is swept later.
    Uni<Void> abort() {
        var id = uploadId;
        if (id == null) {
            return Uni.createFrom().voidItem();
        }
        return s3.call(client -> client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(key).uploadId(id)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<String> begun() {
        var id = uploadId;
        if (id != null) {
            return Uni.createFrom().item(id);
        }
        return s3.call(client -> client.createMultipartUpload(
                        create -> create.bucket(bucket).key(key)))
                .map(created -> created.uploadId())
                .invoke(created -> uploadId = created);
    }

    private Uni<Void> part(String id, byte[] bytes) {
        var number = parts.size() + 1;
        return s3.call(client -> client.uploadPart(
                        upload -> upload.bucket(bucket)
                                .key(key)
                                .uploadId(id)
                                .partNumber(number)
                                .contentMD5(S3Calls.md5(bytes)),
                        AsyncRequestBody.fromBytesUnsafe(bytes)))
                .invoke(uploaded -> parts.add(completed(number, uploaded)))
                .replaceWithVoid();
    }

    private Uni<Void> complete(String id) {
        return s3.call(client -> client.completeMultipartUpload(complete ->
                        complete.bucket(bucket).key(key).uploadId(id).multipartUpload(upload -> upload.parts(parts))))
                .replaceWithVoid();
    }

    private Uni<Void> whole(byte[] bytes) {
        return s3.call(client -> client.putObject(
                        put -> put.bucket(bucket).key(key).contentMD5(S3Calls.md5(bytes)),
                        AsyncRequestBody.fromBytesUnsafe(bytes)))
                .replaceWithVoid();
    }

    /// Names the checksums, too, in case the client added one of its own.
    private static CompletedPart completed(int number, UploadPartResponse uploaded) {
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(uploaded.eTag())
                .checksumCRC32(uploaded.checksumCRC32())
                .build();
    }
}
