package dev.sharedinbox.platform.failure;

import dev.sharedinbox.platform.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/// Gives every request an id, the caller's own if it is sane. It travels as the request's header, so that whoever has
/// the request has its id, and returns as the response's header.
@ApplicationScoped
public class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BEFORE_AUTHENTICATION = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::give, BEFORE_AUTHENTICATION);
    }

    /// The id of a request that came through the filter.
    public static String of(RoutingContext request) {
        var id = request.request().getHeader(HEADER);
        return id == null ? "" : id;
    }

    private static void give(RoutingContext request) {
        var given = of(request);
        var id = SANE.matcher(given).matches() ? given : Ids.next().toString();
        request.request().headers().set(HEADER, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }
}
