import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Thousands of websockets on one thread: enough of RFC 6455 to connect, say a little and hear everything.
final class Sockets implements AutoCloseable {

    /// Hears what one socket is sent. Called on the one thread.
    interface Ear {
        void hear(Socket socket, String text);
    }

    private static final int OPENING_AT_ONCE = 100;

    private final URI base;
    private final Selector selector;
    private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 20);
    private final ConcurrentLinkedQueue<Socket> opening = new ConcurrentLinkedQueue<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final Thread thread = new Thread(this::listen, "sockets");
    private volatile boolean closed;

    Sockets(URI base) throws IOException {
        this.base = base;
        selector = Selector.open();
        thread.setDaemon(true);
        thread.start();
    }

    /// Open sockets and wait until each has called [Socket#ready].
    void open(int count, String path, String headers, Ear ear) throws Exception {
        var turns = new Semaphore(OPENING_AT_ONCE);
        var ready = new CountDownLatch(count);
        for (var i = 0; i < count; i++) {
            if (!turns.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IOException("no more sockets open: " + (count - ready.getCount()) + " of " + count);
            }
            var channel = SocketChannel.open(new InetSocketAddress(base.getHost(), base.getPort()));
            var socket = new Socket(i, channel, ear, () -> {
                turns.release();
                ready.countDown();
            });
            sockets.add(socket);
            socket.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
            channel.configureBlocking(false);
            opening.add(socket);
            selector.wakeup();
        }
        if (!ready.await(60, TimeUnit.SECONDS)) {
            throw new IOException(ready.getCount() + " sockets did not become ready");
        }
    }

    private void listen() {
        try {
            while (!closed) {
                selector.select();
                for (var socket = opening.poll(); socket != null; socket = opening.poll()) {
                    socket.channel.register(selector, SelectionKey.OP_READ, socket);
                }
                for (var key : selector.selectedKeys()) {
                    read((Socket) key.attachment(), key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Socket socket, SelectionKey key) throws IOException {
        input.clear();
        if (socket.channel.read(input) < 0) {
            key.cancel();
            return;
        }
        var bytes = new byte[socket.rest.length + input.flip().remaining()];
        System.arraycopy(socket.rest, 0, bytes, 0, socket.rest.length);
        input.get(bytes, socket.rest.length, input.remaining());
        socket.take(bytes);
    }

    @Override
    public void close() throws Exception {
        closed = true;
        selector.wakeup();
        thread.join();
        for (var socket : sockets) {
            socket.channel.close();
        }
        selector.close();
    }

    /// One websocket.
    static final class Socket {

        final int number;
        private final SocketChannel channel;
        private final Ear ear;
        private final Runnable ready;
        private byte[] rest = new byte[0];
        private boolean upgraded;

        private Socket(int number, SocketChannel channel, Ear ear, Runnable ready) {
            this.number = number;
            this.channel = channel;
            this.ear = ear;
            this.ready = ready;
        }

        void ready() {
            ready.run();
        }

        /// Say something of at most 64 KB. The mask is zero: nothing between us needs to be confused.
        void send(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var frame = ByteBuffer.allocate(bytes.length + 8).put((byte) 0x81);
            if (bytes.length < 126) {
                frame.put((byte) (0x80 | bytes.length));
            } else {
                frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
            }
            write(frame.putInt(0).put(bytes).flip());
        }

        private void write(ByteBuffer bytes) {
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void take(byte[] bytes) {
            var from = upgraded ? 0 : skipAnswer(bytes);
            for (var end = end(bytes, from); upgraded && end > 0; end = end(bytes, from)) {
                frame(bytes, from, end);
                from = end;
            }
            rest = java.util.Arrays.copyOfRange(bytes, from, bytes.length);
        }

        private int skipAnswer(byte[] bytes) {
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return 0;
            }
            if (!text.startsWith("HTTP/1.1 101")) {
                throw new IllegalStateException("no upgrade: " + text.lines().findFirst().orElse(""));
            }
            upgraded = true;
            ear.hear(this, "");
            return end + 4;
        }

        private static int payload(byte[] bytes, int from) {
            return switch (bytes[from + 1] & 0x7f) {
                case 126 -> 4;
                case 127 -> 10;
                default -> 2;
            };
        }

        /// Where the frame that begins at `from` ends; 0 when not all of it is there.
        private static int end(byte[] bytes, int from) {
            if (bytes.length < from + 2 || bytes.length < from + payload(bytes, from)) {
                return 0;
            }
            var length = switch (bytes[from + 1] & 0x7f) {
                case 126 -> ByteBuffer.wrap(bytes, from + 2, 2).getShort() & 0xffff;
                case 127 -> (int) ByteBuffer.wrap(bytes, from + 2, 8).getLong();
                default -> bytes[from + 1] & 0x7f;
            };
            var end = from + payload(bytes, from) + length;
            return end <= bytes.length ? end : 0;
        }

        private void frame(byte[] bytes, int from, int end) {
            var start = from + payload(bytes, from);
            switch (bytes[from] & 0x0f) {
                case 1 -> ear.hear(this, new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
                case 9 -> write(ByteBuffer.allocate(6).put((byte) 0x8a).put((byte) 0x80).putInt(0).flip());
                default -> {}
            }
        }
    }
}
