package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.channel.GraphAccess;
import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.fetch.MediaSource;
import dev.sharedinbox.media.fetch.RemoteFile;
import dev.sharedinbox.media.fetch.WantedFile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Finds files by their media id and downloads them. An address lives five minutes, so the one of a webhook serves only
/// where there is no id to ask with.
@ApplicationScoped
class GraphMedia implements MediaSource {

    private final GraphClient client;
    private final GraphConfig config;
    private final Plugins plugins;
    private final MediaDownloads downloads;

    GraphMedia(@RestClient GraphClient client, GraphConfig config, Plugins plugins, MediaDownloads downloads) {
        this.client = client;
        this.config = config;
        this.plugins = plugins;
        this.downloads = downloads;
    }

    @Override
    public Uni<RemoteFile> find(WantedFile wanted) {
        var id = wanted.providerMediaId();
        var url = wanted.providerUrl();
        if (id != null) {
            return access(wanted)
                    .chain(access -> client.find(url(id), access.providerNumberId(), "Bearer " + access.accessToken()))
                    .map(answer -> remote(wanted, answer))
                    .onFailure()
                    .transform(GraphMedia::classified);
        }
        return Uni.createFrom().item(() -> {
            if (url == null) {
                throw new MediaException(MediaFailure.GONE, "The message names neither an id nor an address");
            }
            return new RemoteFile(wanted, uri(url), null, OptionalLong.empty());
        });
    }

    @Override
    public Multi<Buffer> download(RemoteFile file) {
        return access(file.wanted())
                .onItem()
                .transformToMulti(access -> downloads.bytes(file.url(), access.accessToken()));
    }

    private Uni<GraphAccess> access(WantedFile wanted) {
        return plugins.graphAccess(wanted.workspaceId(), wanted.businessNumberId());
    }

    private static RemoteFile remote(WantedFile wanted, String answer) {
        try {
            var json = new JsonObject(answer);
            var size = json.getValue("file_size") instanceof Number bytes
                    ? OptionalLong.of(bytes.longValue())
                    : OptionalLong.empty();
            return new RemoteFile(wanted, uri(json.getString("url", "")), json.getString("sha256"), size);
        } catch (DecodeException | ClassCastException e) {
            throw new MediaException(MediaFailure.NOT_REACHED, "The look-up was answered with nonsense", e);
        }
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new MediaException(MediaFailure.NOT_TRUSTED, "The address is none", e);
        }
    }

    /// Meta answers 100 for an id that it does not know, any more or for this token; anything else may pass.
    private static MediaException classified(Throwable failure) {
        if (failure instanceof MediaException known) {
            return known;
        }
        if (failure instanceof WebApplicationException answer) {
            var status = answer.getResponse().getStatus();
            var body = answer.getResponse().readEntity(String.class);
            return new MediaException(
                    isUnknown(status, body) ? MediaFailure.GONE : MediaFailure.NOT_REACHED,
                    "The look-up was answered with " + status);
        }
        return new MediaException(MediaFailure.NOT_REACHED, "The look-up failed: " + failure, failure);
    }

    private static boolean isUnknown(int status, String body) {
        try {
            return status == 404
                    || (new JsonObject(body).getValue("error") instanceof JsonObject error
                            && error.getValue("code") instanceof Number code
                            && (code.intValue() == 100 || code.intValue() == 131052));
        } catch (DecodeException e) {
            return false;
        }
    }

    /// Read anew for each call: in the worlds with a simulator the port is known only once the server listens.
    private String url(String mediaId) {
        var base = ConfigProvider.getConfig().getValue("inbox.whatsapp.graph.base-url", String.class);
        return base + "/" + config.version() + "/" + mediaId.replaceAll("[^A-Za-z0-9_-]", "");
    }
}
