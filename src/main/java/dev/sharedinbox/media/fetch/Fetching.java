package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.FetchOutcome;
import dev.sharedinbox.media.FetchOutcome.Failed;
import dev.sharedinbox.media.FetchOutcome.Fetched;
import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.store.BlobKey.Part;
import dev.sharedinbox.media.store.BlobStore;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/// Fetches one file: finds it at the carrier, streams it into the store while looking at it, and makes its thumbnail.
@ApplicationScoped
class Fetching {

    private final MediaSource source;
    private final BlobStore blobs;
    private final Thumbnails thumbnails;
    private final MediaConfig config;

    Fetching(MediaSource source, BlobStore blobs, Thumbnails thumbnails, MediaConfig config) {
        this.source = source;
        this.blobs = blobs;
        this.thumbnails = thumbnails;
        this.config = config;
    }

    /// Never fails: a failure is an outcome.
    Uni<FetchOutcome> fetch(FetchClaim claim) {
        return source.find(claim.wanted())
                .invoke(this::checkSize)
                .chain(remote -> store(claim, remote))
                .ifNoItem()
                .after(config.fetchTimeout())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> failed(claim, failure));
    }

    private Uni<FetchOutcome> store(FetchClaim claim, RemoteFile remote) {
        var expected = Stream.of(claim.wanted().sha256(), remote.sha256())
                .map(Sha256::read)
                .flatMap(Optional::stream)
                .toList();
        var inspection = new Inspection(maxSize(), expected);
        return blobs.put(claim.key(Part.FILE), inspection.of(source.download(remote)))
                .chain(() -> thumbnails.make(claim, inspection.type(), inspection.size()))
                .map(thumbnail -> new Fetched(inspection.type(), inspection.size(), thumbnail));
    }

    private void checkSize(RemoteFile remote) {
        if (remote.size().orElse(0) > maxSize()) {
            throw new MediaException(MediaFailure.TOO_LARGE, "The file is larger than allowed");
        }
    }

    private long maxSize() {
        return config.maxSize().asLongValue();
    }

    private static FetchOutcome failed(FetchClaim claim, Throwable thrown) {
        var failure = thrown instanceof MediaException known ? known.failure() : MediaFailure.NOT_REACHED;
        Log.infof("Attachment %s, try %d: %s, %s", claim.attachmentId(), claim.attempt(), failure, thrown);
        return new Failed(failure);
    }
}
