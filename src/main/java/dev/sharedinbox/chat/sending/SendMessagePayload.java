package dev.sharedinbox.chat.sending;

import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SendMessagePayload")
@Description("What became of sendMessage.")
public record SendMessagePayload(
        @Nullable @Description("The message, waiting for its turn; null when it was refused.")
        MessageView message,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static SendMessagePayload of(MessageView message) {
        return new SendMessagePayload(message, List.of());
    }

    static SendMessagePayload refused(List<UserErrorView> errors) {
        return new SendMessagePayload(null, errors);
    }
}
