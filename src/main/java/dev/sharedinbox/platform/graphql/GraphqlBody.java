package dev.sharedinbox.platform.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;

/// Looks at the body of a GraphQL request before SmallRye does: it must not be too large, must be JSON, and must hold
/// one operation, for a batch would multiply every other limit.
@ApplicationScoped
class GraphqlBody {

    private static final int AFTER_SIGN_IN = -1;
    /// Line breaks inside strings are not JSON, yet SmallRye takes them, and people type them at a shell.
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, true)
            .build();

    private final GraphqlConfig config;

    GraphqlBody(GraphqlConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        Handler<RoutingContext> body =
                BodyHandler.create(false).setBodyLimit(config.maxBody().asLongValue());
        router.post("/graphql")
                .order(AFTER_SIGN_IN)
                .handler(request -> {
                    request.request().resume();
                    body.handle(request);
                })
                .handler(GraphqlBody::check);
    }

    private static void check(RoutingContext request) {
        var type = request.request().getHeader("Content-Type");
        if (type != null && type.startsWith("application/graphql")) {
            request.next();
            return;
        }
        switch (firstToken(request)) {
            case START_OBJECT -> request.next();
            case START_ARRAY ->
                request.fail(new InboxException(
                        ErrorCode.QUERY_TOO_COMPLEX, "Batches are not taken: send one operation per request."));
            default -> request.fail(InboxException.invalid("The body must be a JSON object with a query."));
        }
    }

    /// The kind of JSON in the body; `NOT_AVAILABLE` when it is no well-formed JSON at all.
    private static JsonToken firstToken(RoutingContext request) {
        var buffer = request.body().buffer();
        if (buffer == null) {
            return JsonToken.NOT_AVAILABLE;
        }
        try (var parser = JSON.createParser(buffer.getBytes())) {
            var first = parser.nextToken();
            for (var token = first; token != null; ) {
                token = parser.nextToken();
            }
            return first == null ? JsonToken.NOT_AVAILABLE : first;
        } catch (IOException e) {
            return JsonToken.NOT_AVAILABLE;
        }
    }
}
