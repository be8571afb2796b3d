package dev.sharedinbox.media.fetch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/// Where files come from: the port that a carrier implements. Both calls fail with a [MediaException] that says
/// whether trying again makes sense.
public interface MediaSource {

    /// Ask where the file is just now. The answer lives for some minutes only.
    Uni<RemoteFile> find(WantedFile wanted);

    /// The file's bytes, fetched while somebody takes them; the call is made at subscription and ended by cancellation.
    Multi<Buffer> download(RemoteFile file);
}
