package dev.sharedinbox.simulator.webhook;

import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Posts one signed body to the product, once.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class WebhookClient {

    private static final int OK = 200;

    private final HttpClient http;
    private final Addresses addresses;
    private final WebhookSignature signature;
    private final Duration timeout;

    WebhookClient(Vertx vertx, Addresses addresses, WebhookSignature signature, SimulatorConfig config) {
        this.addresses = addresses;
        this.signature = signature;
        this.timeout = config.deliveries().timeout();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(config.deliveries().parallel())
                .setMaxWaitQueueSize(config.deliveries().waiting()));
    }

    /// Post the bytes as they are. The answer never is a failure.
    public Uni<Answer> post(byte[] body) {
        return http.request(request(body))
                .chain(request -> request.send(Buffer.buffer(body)))
                .chain(WebhookClient::read)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(
                        failure -> new Answer.Missing(failure.getClass().getSimpleName()));
    }

    private RequestOptions request(byte[] body) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(addresses.webhook().toString())
                .setTimeout(timeout.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "facebookexternalua")
                .putHeader("X-Hub-Signature-256", signature.header(body));
    }

    /// The whole answer has to be read before the connection can serve the next post.
    private static Uni<Answer> read(HttpClientResponse response) {
        var status = response.statusCode();
        return response.body().map(_ -> status == OK ? new Answer.Accepted() : new Answer.Refused(status));
    }

    @PreDestroy
    void close() {
        http.closeAndForget();
    }
}
