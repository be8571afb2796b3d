package dev.sharedinbox.media.fetch;

import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/// Decides which addresses files are fetched from, so that no message can make this server call its own network. The
/// answer is the address that was checked: connect to that one, for a second look into the DNS may see another.
@ApplicationScoped
public class TrustedAddresses {

    private static final String LOCAL_ORIGIN = "inbox.media.local-origin";
    private static final int HTTPS = 443;

    private final Vertx vertx;
    private final List<String> hosts;

    TrustedAddresses(Vertx vertx, MediaConfig config) {
        this.vertx = vertx;
        this.hosts = config.allowedHosts();
    }

    /// Return where to connect to.
    ///
    /// @return fails with `NOT_TRUSTED` when the URL is not on the list or leads into a private network, and with
    ///     `NOT_REACHED` when nobody knows its host
    public Uni<SocketAddress> check(URI url) {
        if (isLocalOrigin(url)) {
            return resolve(url).map(all -> SocketAddress.inetSocketAddress(url.getPort(), all[0].getHostAddress()));
        }
        return isListed(url) ? resolve(url).map(TrustedAddresses::publicOne) : refused("its host is not on the list");
    }

    /// Read anew each time: in the worlds with a simulator the port is known only once the server listens.
    private static boolean isLocalOrigin(URI url) {
        return ConfigProvider.getConfig()
                .getOptionalValue(LOCAL_ORIGIN, String.class)
                .map(URI::create)
                .filter(origin -> origin.getScheme().equals(url.getScheme())
                        && origin.getHost().equals(url.getHost())
                        && origin.getPort() == url.getPort()
                        && url.getRawUserInfo() == null)
                .isPresent();
    }

    boolean isListed(URI url) {
        var port = url.getPort();
        return "https".equals(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && (port == -1 || port == HTTPS)
                && hosts.stream()
                        .anyMatch(listed -> covers(listed, url.getHost().toLowerCase(Locale.ROOT)));
    }

    private static boolean covers(String listed, String host) {
        return listed.startsWith("*.") ? host.endsWith(listed.substring(1)) : host.equals(listed);
    }

    private static SocketAddress publicOne(InetAddress[] all) {
        if (Arrays.stream(all).anyMatch(PrivateNetworks::include)) {
            throw new MediaException(MediaFailure.NOT_TRUSTED, "Not called: the host is in a private network");
        }
        return SocketAddress.inetSocketAddress(HTTPS, all[0].getHostAddress());
    }

    private Uni<InetAddress[]> resolve(URI url) {
        return vertx.executeBlocking(() -> InetAddress.getAllByName(url.getHost()), false)
                .onFailure()
                .transform(cause -> new MediaException(MediaFailure.NOT_REACHED, "The host is unknown", cause));
    }

    private static Uni<SocketAddress> refused(String why) {
        return Uni.createFrom().failure(new MediaException(MediaFailure.NOT_TRUSTED, "Not called: " + why));
    }
}
