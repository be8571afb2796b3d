package dev.sharedinbox.realtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import org.junit.jupiter.api.Test;

class DeflationTest {

    private static final int MAX_FRAME = 10_000;

    private final EmbeddedChannel channel = new EmbeddedChannel(new WebSocketServerExtensionHandler(
            new PerMessageDeflateServerExtensionHandshaker(3, true, 15, false, false)));

    @Test
    void eachMessage_isCompressedAfresh() {
        upgrade("permessage-deflate; client_max_window_bits");

        var first = compressed("the same words");
        var second = compressed("the same words");

        assertThat(ByteBufUtil.getBytes(second.content())).isEqualTo(ByteBufUtil.getBytes(first.content()));
    }

    @Test
    void frameOfAllowedLength_comesThroughAndOneThatInflatesBeyondDoesNot() {
        upgrade("permessage-deflate");

        channel.writeInbound(compressed("x".repeat(MAX_FRAME / 2)));
        assertThat(channel.<TextWebSocketFrame>readInbound().text()).hasSize(MAX_FRAME / 2);

        var bomb = compressed("x".repeat(MAX_FRAME * 100));
        assertThat(bomb.content().readableBytes()).isLessThan(MAX_FRAME);
        assertThatThrownBy(() -> channel.writeInbound(bomb)).isInstanceOf(DecompressionException.class);
    }

    @Test
    void connectionWithoutCompression_isLeftAlone() {
        upgrade("");
        channel.writeOutbound(new TextWebSocketFrame("plain"));

        assertThat(channel.<TextWebSocketFrame>readOutbound().text()).isEqualTo("plain");
    }

    private void upgrade(String offer) {
        Deflation.bound(channel, 3, MAX_FRAME);
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/ws/v1");
        upgrading(request.headers());
        if (!offer.isEmpty()) {
            request.headers().set("Sec-WebSocket-Extensions", offer);
        }
        channel.writeInbound(request);
        channel.readInbound();
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS);
        upgrading(response.headers());
        channel.writeOutbound(response);
        HttpResponse sent = channel.readOutbound();
        assertThat(sent.headers().contains("Sec-WebSocket-Extensions")).isEqualTo(!offer.isEmpty());
    }

    private static void upgrading(HttpHeaders headers) {
        headers.set("Upgrade", "websocket").set("Connection", "Upgrade");
    }

    private TextWebSocketFrame compressed(String text) {
        channel.writeOutbound(new TextWebSocketFrame(text));
        return channel.readOutbound();
    }
}
