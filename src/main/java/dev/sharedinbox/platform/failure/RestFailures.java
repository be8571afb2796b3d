package dev.sharedinbox.platform.failure;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers with problem details whatever a REST resource throws.
class RestFailures {

    @ServerExceptionMapper
    public Response answer(Throwable thrown, RoutingContext request) {
        var requestId = RequestIds.of(request);
        var failure = Failure.logged(thrown, requestId);
        var response = Response.status(failure.httpStatus());
        failure.retryAfter().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(new Problem(failure, requestId).toJson())
                .build();
    }
}
