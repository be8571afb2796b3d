package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.chat.ChatAttributeType;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CreateChatAttributeInput")
@Description("A chat attribute to be made.")
public record CreateChatAttributeInput(
        @Description("A small letter, then up to 39 letters, digits and underscores; never changes.")
        String key,

        @Description("1 to 60 characters.") String label,

        @Nullable @Description("What to put there, up to 500 characters.")
        String description,

        @Description("What it holds; never changes.") ChatAttributeType type,

        @Nullable @Description("For an ENUM or MULTI_ENUM 1 to 100 options; for others none.")
        List<@NonNull ChatAttributeOptionInput> options,

        @Nullable @Description("Whether users are asked for it before they close a chat; no when left out.")
        Boolean required,

        @Nullable @Description("What a form offers at first, written as setChatAttributes takes it.")
        List<@NonNull String> defaultValues) {}
