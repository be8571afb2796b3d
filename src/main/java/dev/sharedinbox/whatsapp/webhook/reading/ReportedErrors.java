package dev.sharedinbox.whatsapp.webhook.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.whatsapp.ErrorAdvice;
import dev.sharedinbox.whatsapp.webhook.body.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The `errors` that stand in a message or a status. The first one says what happened; what all of them say beyond that
/// is the detail. Older ones have their details at the top, and some have no code.
final class ReportedErrors {

    private static final int UNKNOWN_TYPE = 131051;
    private static final int NOT_DOWNLOADABLE = 131052;
    private static final int UNAVAILABLE = 131060;

    private final List<JsonNode> errors;

    private ReportedErrors(List<JsonNode> errors) {
        this.errors = errors;
    }

    static ReportedErrors of(JsonNode item) {
        return new ReportedErrors(Json.elements(item, "errors"));
    }

    /// Why a message of ours failed.
    Failure ofSending() {
        var code = code();
        return code.isPresent()
                ? ErrorAdvice.failure(code.getAsInt(), title(), detail())
                : ErrorAdvice.failureWithoutCode(title(), detail());
    }

    /// Why WhatsApp could not pass on what a customer sent, in the words of a message's failure; empty when it could.
    Optional<JsonObject> ofReceiving() {
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new JsonObject()
                        .put("code", code().isPresent() ? Integer.toString(code().getAsInt()) : null)
                        .put("title", title())
                        .put("detail", detail())
                        .put("advice", advice()));
    }

    private String advice() {
        return switch (code().orElse(0)) {
            case UNKNOWN_TYPE ->
                "WhatsApp does not pass this kind of message on. Ask the customer to say it in another way.";
            case NOT_DOWNLOADABLE -> "Ask the customer to send the file again.";
            case UNAVAILABLE -> "Ask the customer to send it again, or look in the WhatsApp Business app.";
            default -> "Ask the customer to send it again.";
        };
    }

    private OptionalInt code() {
        return errors.stream()
                .flatMap(error -> Json.text(error, "code").stream())
                .filter(code -> code.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    private @Nullable String title() {
        return errors.stream()
                .flatMap(error -> Json.text(error, "title").or(() -> Json.text(error, "message")).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String detail() {
        var details = errors.stream()
                .map(error -> Json.text(error, "error_data", "details")
                        .or(() -> Json.text(error, "details"))
                        .orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return details.isEmpty() ? null : details;
    }
}
