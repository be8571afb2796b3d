package dev.sharedinbox.chat.attribute;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("UpdateChatAttributeInput")
@Description("What to change of a chat attribute; what is left out or null stays.")
public record UpdateChatAttributeInput(
        @Id @Description("The attribute.") String attributeId,

        @Nullable @Description("1 to 60 characters.") String label,

        @Nullable @Description("What to put there, up to 500 characters; empty takes it away.")
        String description,

        @Nullable @Description("The options that can be chosen from now on, 1 to 100, in their order. One that is not"
                + " among them is retired: chats keep it, nobody can choose it anew.")
        List<@NonNull ChatAttributeOptionInput> options,

        @Nullable @Description("Whether users are asked for it before they close a chat.")
        Boolean required,

        @Nullable @Description("What a form offers at first; an empty list: nothing.")
        List<@NonNull String> defaultValues) {}
