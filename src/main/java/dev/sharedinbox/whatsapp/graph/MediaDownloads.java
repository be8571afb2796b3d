package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import dev.sharedinbox.media.fetch.TrustedAddresses;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// Downloads from addresses that were checked, and from nowhere else: each redirect is checked like the first address,
/// and the connection goes to the very address that was checked. The token goes along, for only trusted hosts get it.
@ApplicationScoped
class MediaDownloads {

    private static final int REDIRECTS = 3;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 30;
    private static final int CONNECTIONS = 32;

    private final HttpClient client;
    private final TrustedAddresses addresses;

    MediaDownloads(Vertx vertx, TrustedAddresses addresses) {
        this.addresses = addresses;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxPoolSize(CONNECTIONS));
    }

    Multi<Buffer> bytes(URI url, String token) {
        return bytes(url, token, REDIRECTS).onFailure().transform(MediaDownloads::classified);
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }

    private Multi<Buffer> bytes(URI url, String token, int redirects) {
        return addresses
                .check(url)
                .chain(address -> client.request(options(url, address, token)))
                .chain(request -> request.send())
                .onItem()
                .transformToMulti(response -> bytes(response, url, token, redirects));
    }

    private Multi<Buffer> bytes(HttpClientResponse response, URI url, String token, int redirects) {
        var status = response.statusCode();
        return switch (status) {
            case 200 -> response.toMulti();
            case 301, 302, 303, 307, 308 -> {
                hangUp(response);
                yield redirects == 0
                        ? failed(MediaFailure.NOT_TRUSTED, "redirected without end")
                        : bytes(target(url, response.getHeader("Location")), token, redirects - 1);
            }
            case 404, 410 -> {
                hangUp(response);
                yield failed(MediaFailure.GONE, "answered with " + status);
            }
            default -> {
                hangUp(response);
                yield failed(MediaFailure.NOT_REACHED, "answered with " + status);
            }
        };
    }

    private static RequestOptions options(URI url, SocketAddress address, String token) {
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(address)
                .setHost(url.getHost())
                .setPort(address.port())
                .setSsl("https".equals(url.getScheme()))
                .setURI(path + query)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("User-Agent", "shared-inbox");
    }

    private static URI target(URI from, String location) {
        try {
            return from.resolve(location == null ? "" : location);
        } catch (IllegalArgumentException e) {
            throw new MediaException(MediaFailure.NOT_TRUSTED, "Redirected to no address", e);
        }
    }

    private static void hangUp(HttpClientResponse response) {
        response.request().connection().closeAndForget();
    }

    private static Multi<Buffer> failed(MediaFailure failure, String why) {
        return Multi.createFrom().failure(new MediaException(failure, "The download was " + why));
    }

    private static Throwable classified(Throwable failure) {
        return failure instanceof MediaException
                ? failure
                : new MediaException(MediaFailure.NOT_REACHED, "The download broke off: " + failure, failure);
    }
}
