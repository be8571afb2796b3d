import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One kept-alive HTTP/1.1 connection that knows just enough of the protocol to count answers.
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] line = new byte[8_192];

    Connection(URI base) throws IOException {
        socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    interface Work {
        void run(Connection connection) throws IOException;
    }

    /// Work on so many connections at once, each with a thread of its own.
    static void parallel(URI base, int connections, Work work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var results = new ArrayList<Future<?>>();
            for (var i = 0; i < connections; i++) {
                results.add(threads.submit(() -> {
                    try (var connection = new Connection(base)) {
                        work.run(connection);
                    }
                    return null;
                }));
            }
            for (var result : results) {
                result.get();
            }
        }
    }

    static byte[] post(String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                        + "Content-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Send a request, read its answer to the end and return the status.
    int exchange(byte[] request) throws IOException {
        return exchange(request, null);
    }

    /// The same, and add the answer's body to a text.
    int exchange(byte[] request, StringBuilder answer) throws IOException {
        out.write(request);
        var status = Integer.parseInt(readLine().substring(9, 12));
        var length = 0;
        var chunked = false;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            var lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            for (var size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
                read(size, answer);
                in.skipNBytes(2);
            }
            readLine();
        } else {
            read(length, answer);
        }
        return status;
    }

    private void read(int length, StringBuilder answer) throws IOException {
        if (answer == null) {
            in.skipNBytes(length);
        } else {
            answer.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }

    private String readLine() throws IOException {
        var length = 0;
        for (var b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            line[length++] = (byte) b;
        }
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
