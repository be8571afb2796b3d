package dev.sharedinbox.chat.attachment;

import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("RetryAttachmentPayload")
@Description("What became of retryAttachment.")
public record RetryAttachmentPayload(
        @Nullable @Description("The message, its file on its way again; null when it was refused.")
        MessageView message,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static RetryAttachmentPayload of(MessageView message) {
        return new RetryAttachmentPayload(message, List.of());
    }

    static RetryAttachmentPayload refused(List<UserErrorView> errors) {
        return new RetryAttachmentPayload(null, errors);
    }
}
