package dev.sharedinbox.realtime.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionDecoder;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionEncoder;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtension;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import java.util.HashMap;
import java.util.Optional;

/// Keeps permessage-deflate (RFC 7692) cheap. As it comes, an open connection keeps a compressor of some 300 KB
/// for ever, and a few bytes from anybody inflate to any size. So once it is negotiated, its two ends are
/// replaced: by an encoder that starts afresh for each message, which every client understands whether or not
/// it was asked, and by a decoder that ends the connection when a frame grows beyond what a frame may be.
final class Deflation extends ChannelOutboundHandlerAdapter {

    private static final String NAME = "permessage-deflate";
    private static final String FRESH_ENCODER = "server_no_context_takeover";
    private static final int WINDOW_BITS = 15;

    private final PerMessageDeflateServerExtensionHandshaker handshaker;

    /// @param level from 1, fast, to 9
    /// @param maxFrame the most bytes a frame may inflate to
    private Deflation(int level, int maxFrame) {
        handshaker = new PerMessageDeflateServerExtensionHandshaker(level, true, WINDOW_BITS, true, true, maxFrame);
    }

    /// Bound a connection that is about to become a websocket. Does nothing where nothing is compressed.
    static void bound(Channel channel, int level, int maxFrame) {
        var negotiation = channel.pipeline().context(WebSocketServerExtensionHandler.class);
        if (negotiation != null) {
            channel.pipeline().addBefore(negotiation.name(), null, new Deflation(level, maxFrame));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) throws Exception {
        if (message instanceof HttpResponse response) {
            negotiated(response).ifPresent(deflate -> written.addListener(_ -> replace(context.pipeline(), deflate)));
            context.pipeline().remove(this);
        }
        super.write(context, message, written);
    }

    private Optional<WebSocketServerExtension> negotiated(HttpResponse response) {
        return Optional.ofNullable(response.headers().get(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)).stream()
                .flatMap(header -> WebSocketExtensionUtil.extractExtensions(header).stream())
                .filter(extension -> extension.name().equals(NAME))
                .findFirst()
                .map(this::fresh);
    }

    private WebSocketServerExtension fresh(WebSocketExtensionData agreed) {
        var parameters = new HashMap<>(agreed.parameters());
        parameters.put(FRESH_ENCODER, null);
        return handshaker.handshakeExtension(new WebSocketExtensionData(NAME, parameters));
    }

    private static void replace(ChannelPipeline pipeline, WebSocketServerExtension deflate) {
        replace(pipeline, WebSocketExtensionEncoder.class, deflate.newExtensionEncoder());
        replace(pipeline, WebSocketExtensionDecoder.class, deflate.newExtensionDecoder());
    }

    private static void replace(ChannelPipeline pipeline, Class<? extends ChannelHandler> kind, ChannelHandler by) {
        var replaced = pipeline.get(kind);
        if (replaced != null) {
            pipeline.replace(replaced, null, by);
        }
    }
}
