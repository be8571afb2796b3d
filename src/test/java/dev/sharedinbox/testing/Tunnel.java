package dev.sharedinbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/// A way to the product that breaks when the test wants: connections through it can be cut, and refused.
public final class Tunnel implements AutoCloseable {

    private final int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    private final ServerSocket entrance;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean collapsed;

    private Tunnel(ServerSocket entrance) {
        this.entrance = entrance;
    }

    public static Tunnel dug() {
        try {
            var tunnel = new Tunnel(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            tunnel.threads.execute(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it begins, such as `localhost:41234`.
    public String authority() {
        return "localhost:" + entrance.getLocalPort();
    }

    /// Cut every connection, without a word.
    public void cut() {
        open.forEach(Tunnel::end);
    }

    /// Cut every connection, and let none pass until [#reopen].
    public void collapse() {
        collapsed = true;
        cut();
    }

    public void reopen() {
        collapsed = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (collapsed) {
                    end(client);
                } else {
                    join(client);
                }
            } catch (IOException e) {
                // The entrance was closed, or the product does not listen: either way the client learns it by itself.
                cut();
            }
        }
    }

    private void join(Socket client) throws IOException {
        var product = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(client);
        open.add(product);
        threads.execute(() -> carry(client, product));
        threads.execute(() -> carry(product, client));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut: the sockets close, which is what the test wants.
        } finally {
            open.remove(from);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
