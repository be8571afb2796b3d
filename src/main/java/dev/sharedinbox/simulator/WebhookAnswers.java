package dev.sharedinbox.simulator;

import dev.sharedinbox.simulator.webhook.Answer;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Tells the caller of the control desk how the product answered a webhook.
final class WebhookAnswers {

    private WebhookAnswers() {}

    /// The good news.
    record Accepted(@Nullable String messageId, boolean accepted) {}

    static Response tell(Answer answer, @Nullable String messageId) {
        return switch (answer) {
            case Answer.Accepted _ ->
                Response.accepted(new Accepted(messageId, true)).build();
            case Answer.Refused(int status) ->
                Problem.badGateway("The webhook was answered " + status + ", not 200.", status);
            case Answer.Missing(String reason) ->
                Problem.badGateway("The webhook was not answered: " + reason + ".", null);
        };
    }
}
