package dev.sharedinbox.chat.sending;

import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("RetryMessagePayload")
@Description("What became of retryMessage.")
public record RetryMessagePayload(
        @Nullable @Description("The message, waiting for its turn; null when it was refused.")
        MessageView message,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static RetryMessagePayload of(MessageView message) {
        return new RetryMessagePayload(message, List.of());
    }

    static RetryMessagePayload refused(List<UserErrorView> errors) {
        return new RetryMessagePayload(null, errors);
    }
}
