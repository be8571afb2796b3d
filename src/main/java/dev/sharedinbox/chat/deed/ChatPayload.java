package dev.sharedinbox.chat.deed;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatPayload")
@Description("What became of a deed on a chat.")
public record ChatPayload(
        @Nullable @Description("The chat after the deed; null when the deed was refused, and when it was done but the viewer may"
                + " no longer see the chat.")
        ChatView chat,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    public static ChatPayload of(Optional<ChatView> chat) {
        return new ChatPayload(chat.orElse(null), List.of());
    }

    public static ChatPayload refused(List<UserErrorView> errors) {
        return new ChatPayload(null, errors);
    }
}
