package dev.sharedinbox.platform.failure;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Answers with problem details what fails outside of any resource: sign-in, unknown paths, bodies that are too large.
@ApplicationScoped
class HttpFailures {

    void register(@Observes Router router) {
        router.route().failureHandler(HttpFailures::answer);
        router.errorHandler(404, HttpFailures::answer);
    }

    private static void answer(RoutingContext request) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        var requestId = RequestIds.of(request);
        var failure = request.failure() == null
                ? Failure.ofStatus(request.statusCode())
                : Failure.logged(request.failure(), requestId);
        if (failure.code() == ErrorCode.UNAUTHENTICATED
                && !response.headers().contains(HttpHeaderNames.WWW_AUTHENTICATE)) {
            response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        failure.retryAfter().ifPresent(seconds -> response.putHeader(HttpHeaderNames.RETRY_AFTER, seconds));
        response.setStatusCode(failure.httpStatus())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new Problem(failure, requestId).toJson())
                .onFailure(gone -> Log.debugf("Request %s ended before its answer", requestId));
    }
}
