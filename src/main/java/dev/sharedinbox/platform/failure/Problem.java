package dev.sharedinbox.platform.failure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/// A failure as REST answers it: problem details of RFC 9457 with our code beside the standard members.
///
/// @param failure what went wrong
/// @param requestId the request it went wrong in
public record Problem(Failure failure, String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public String toJson() {
        var code = failure.code();
        return new JsonObject()
                .put("type", "/v1/errors#" + code)
                .put("title", title(code))
                .put("status", failure.httpStatus())
                .put("detail", failure.message())
                .put("code", code.name())
                .put("requestId", requestId)
                .put("retryable", code.retryable())
                .put("path", new JsonArray(failure.path()))
                .encode();
    }

    private static String title(ErrorCode code) {
        var words = code.name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
