package dev.sharedinbox.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Why the control desk did not do what it was asked (RFC 9457).
///
/// @param webhookStatus how the product answered the webhook, when it answered at all
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer webhookStatus) {

    static Response badRequest(String detail) {
        return new Problem("about:blank", "Bad Request", 400, detail, null).response();
    }

    static Response conflict(String detail) {
        return new Problem("about:blank", "Conflict", 409, detail, null).response();
    }

    static Response badGateway(String detail, @Nullable Integer webhookStatus) {
        return new Problem("about:blank", "Bad Gateway", 502, detail, webhookStatus).response();
    }

    private Response response() {
        return Response.status(status)
                .type("application/problem+json")
                .entity(this)
                .build();
    }
}
