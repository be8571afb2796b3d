package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.chat.ChatAttributeOptionView;
import dev.sharedinbox.chat.ChatAttributeType;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatAttribute")
@Description("Something that users say of chats. Filters call it attributes.<key>.")
public record ChatAttributeView(
        @Id @Description("Opaque id.") String id,

        @Description("What programs call it; never changes.")
        String key,

        @Description("What people call it.") String label,

        @Nullable @Description("What to put there; null when nobody has said.")
        String description,

        @Description("What it holds; never changes.") ChatAttributeType type,

        @Description("The options of an ENUM or MULTI_ENUM, retired ones included; empty for others.")
        List<@NonNull ChatAttributeOptionView> options,

        @Description("Whether users are asked for it before they close a chat. Nothing is refused without it.")
        boolean required,

        @Description("What a form offers at first; a chat has no value before somebody sets one.")
        List<@NonNull String> defaultValues) {}
