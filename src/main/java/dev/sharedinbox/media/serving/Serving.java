package dev.sharedinbox.media.serving;

import dev.sharedinbox.media.SniffedType;
import dev.sharedinbox.media.store.BlobKey;
import dev.sharedinbox.media.store.BlobKey.Part;
import dev.sharedinbox.media.store.BlobStore;
import dev.sharedinbox.media.store.ByteRange;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Answers with a file or a part of it, in a way that lets no file do harm in the viewer's browser.
@ApplicationScoped
class Serving {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final BlobStore blobs;

    Serving(BlobStore blobs) {
        this.blobs = blobs;
    }

    Uni<Void> answer(RoutingContext request, VisibleFile file, Part part) {
        var size = file.size(part);
        if (size == 0) {
            throw InboxException.notFound("file");
        }
        var response = request.response();
        putHeaders(response, file, part);
        if (file.etag(part).equals(request.request().getHeader(HttpHeaderNames.IF_NONE_MATCH))) {
            return end(response.setStatusCode(NOT_MODIFIED));
        }
        var wanted = wantedRange(request, file.etag(part));
        if (wanted == null) {
            return send(request, file.key(part), ByteRange.all(size), OK);
        }
        return ByteRange.of(wanted, size)
                .map(range -> {
                    response.putHeader(HttpHeaderNames.CONTENT_RANGE, range.in(size));
                    return send(request, file.key(part), range, PARTIAL);
                })
                .orElseGet(() -> end(response.setStatusCode(RANGE_NOT_SATISFIABLE)
                        .putHeader(HttpHeaderNames.CONTENT_RANGE, "bytes */" + size)));
    }

    /// The range the client asks for, unless it wants the whole file in case of a change.
    private static @Nullable String wantedRange(RoutingContext request, String etag) {
        var range = request.request().getHeader(HttpHeaderNames.RANGE);
        var onlyIf = request.request().getHeader(HttpHeaderNames.IF_RANGE);
        var holds = range != null && ByteRange.isUnderstood(range) && (onlyIf == null || onlyIf.equals(etag));
        return holds ? range : null;
    }

    private static void putHeaders(HttpServerResponse response, VisibleFile file, Part part) {
        var type = file.type(part);
        var inline = SniffedType.isShownInline(type);
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, inline ? type : SniffedType.UNKNOWN)
                .putHeader(HttpHeaderNames.CONTENT_DISPOSITION, FileNames.disposition(file, inline))
                .putHeader(HttpHeaderNames.CONTENT_ENCODING, "identity")
                .putHeader(HttpHeaderNames.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaderNames.ETAG, file.etag(part))
                // Asked for again each time, so that a file does not outlive the right to see it.
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "private, no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaderNames.CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'")
                .putHeader("Referrer-Policy", "no-referrer");
    }

    private Uni<Void> send(RoutingContext request, BlobKey key, ByteRange range, int status) {
        var response = request.response();
        response.setStatusCode(status);
        response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Long.toString(range.length()));
        if (request.request().method().equals(HttpMethod.HEAD)) {
            return end(response);
        }
        return blobs.get(key, range)
                .onFailure()
                .transform(_ -> lost(response))
                .chain(chunks -> chunks.onItem()
                        .transformToUniAndConcatenate(chunk -> UniHelper.toUni(response.write(chunk.getDelegate())))
                        .collect()
                        .last())
                .chain(() -> end(response));
    }

    /// The file is known but cannot be read, say because its disk is away.
    private static InboxException lost(HttpServerResponse response) {
        response.headers().clear();
        return new InboxException(ErrorCode.UNAVAILABLE, "The file cannot be read just now; try again.");
    }

    private static Uni<Void> end(HttpServerResponse response) {
        return UniHelper.toUni(response.end());
    }
}
