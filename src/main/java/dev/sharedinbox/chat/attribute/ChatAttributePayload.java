package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatAttributePayload")
@Description("What became of a chat attribute.")
public record ChatAttributePayload(
        @Nullable @Description(
                "The attribute as it is now, or as it last was when it was deleted; null when the deed was refused.")
        ChatAttributeView attribute,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static ChatAttributePayload of(ChatAttributeView attribute) {
        return new ChatAttributePayload(attribute, List.of());
    }

    static ChatAttributePayload refused(List<UserErrorView> errors) {
        return new ChatAttributePayload(null, errors);
    }
}
