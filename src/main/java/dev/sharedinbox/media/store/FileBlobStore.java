package dev.sharedinbox.media.store;

import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.platform.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.file.FileSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Keeps blobs in a directory. A file is written beside the others under a name of its own, flushed to the disk and
/// only then renamed, so that a crash leaves no half of it under its key.
final class FileBlobStore implements BlobStore {

    private static final int CHUNK = 64 * 1024;
    private static final String PART = ".part";

    private final FileSystem files;
    private final Path directory;
    private final Path incoming;

    FileBlobStore(Vertx vertx, Path directory) {
        this.files = vertx.fileSystem();
        this.directory = directory.toAbsolutePath();
        this.incoming = this.directory.resolve("incoming");
    }

    @Override
    public Uni<Void> put(BlobKey key, Multi<Buffer> content) {
        var part = incoming.resolve(Ids.next() + PART);
        return create(part)
                .chain(file -> fill(file, content))
                .chain(() -> publish(part, key))
                .onFailure()
                .call(() -> discard(part))
                .onCancellation()
                .call(() -> discard(part));
    }

    @Override
    public Uni<Multi<Buffer>> get(BlobKey key, ByteRange range) {
        return files.open(
                        path(key).toString(), new OpenOptions().setWrite(false).setCreate(false))
                .onFailure()
                .transform(MediaException::ofStore)
                .map(file -> file.setReadBufferSize(CHUNK)
                        .setReadPos(range.from())
                        .setReadLength(range.length())
                        .toMulti()
                        .onTermination()
                        .call(file::close));
    }

    @Override
    public Uni<Void> delete(BlobKey key) {
        return exists(key)
                .chain(there -> there ? remove(path(key)) : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Boolean> exists(BlobKey key) {
        return files.exists(path(key).toString()).onFailure().transform(MediaException::ofStore);
    }

    @Override
    public Uni<Integer> sweep(Instant before) {
        return files.exists(incoming.toString())
                .chain(there -> there
                        ? files.readDir(incoming.toString(), ".*\\" + PART)
                        : Uni.createFrom().item(List.<String>of()))
                .onItem()
                .transformToMulti(names -> Multi.createFrom().iterable(names))
                .onItem()
                .transformToUniAndConcatenate(name -> removeOld(Path.of(name), before))
                .collect()
                .with(Collectors.summingInt(removed -> removed))
                .onFailure()
                .transform(MediaException::ofStore);
    }

    private Uni<AsyncFile> create(Path part) {
        return files.mkdirs(incoming.toString())
                .chain(() -> files.open(part.toString(), new OpenOptions().setRead(false)))
                .onFailure()
                .transform(MediaException::ofStore);
    }

    /// Only what the file does is the store's failure; the content's own passes through.
    private static Uni<Void> fill(AsyncFile file, Multi<Buffer> content) {
        return content.onItem()
                .transformToUniAndConcatenate(
                        chunk -> file.write(chunk).onFailure().transform(MediaException::ofStore))
                .collect()
                .last()
                .call(() -> file.flush().onFailure().transform(MediaException::ofStore))
                .onTermination()
                .call(() -> file.close())
                .replaceWithVoid();
    }

    private Uni<Void> publish(Path part, BlobKey key) {
        return files.mkdirs(directory.resolve(key.folder()).toString())
                .chain(() -> files.move(
                        part.toString(),
                        path(key).toString(),
                        new CopyOptions().setReplaceExisting(true).setAtomicMove(true)))
                .onFailure()
                .transform(MediaException::ofStore);
    }

    private Uni<Void> remove(Path file) {
        return files.delete(file.toString()).onFailure().transform(MediaException::ofStore);
    }

    /// Another node may be faster, or the upload may end just now: then there is nothing to remove.
    private Uni<Integer> removeOld(Path part, Instant before) {
        return files.props(part.toString())
                .chain(props -> props.lastModifiedTime() < before.toEpochMilli()
                        ? files.delete(part.toString()).replaceWith(1)
                        : Uni.createFrom().item(0))
                .onFailure()
                .recoverWithItem(0);
    }

    private Uni<Void> discard(Path part) {
        return files.delete(part.toString()).onFailure().recoverWithNull();
    }

    private Path path(BlobKey key) {
        return directory.resolve(key.path());
    }
}
