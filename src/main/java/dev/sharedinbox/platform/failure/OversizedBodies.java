package dev.sharedinbox.platform.failure;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Answers a body that is announced as too large before anything of it is kept. What the caller is already sending is
/// read and thrown away up to a bound, because most callers look for an answer only after they have sent everything.
@ApplicationScoped
class OversizedBodies {

    /// Before every other filter and route.
    private static final int FIRST = 10_000;

    private static final long DRAINED_AT_MOST = 32L * 1024 * 1024;

    private final long limit;

    OversizedBodies(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        var announced = announced(context.request());
        if (announced <= limit) {
            context.next();
        } else if (announced <= DRAINED_AT_MOST) {
            context.request().handler(_ -> {}).endHandler(_ -> refuse(context)).resume();
        } else {
            refuse(context);
        }
    }

    private void refuse(RoutingContext context) {
        var failure = new Failure(
                ErrorCode.PAYLOAD_TOO_LARGE,
                ErrorCode.PAYLOAD_TOO_LARGE.httpStatus(),
                "A body has at most " + limit + " bytes here.",
                List.of());
        context.response()
                .setStatusCode(failure.httpStatus())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new Problem(failure, RequestIds.of(context)).toJson())
                .onComplete(_ -> context.request().connection().close());
    }

    private static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
