package dev.sharedinbox.chat;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Tag")
@Description("A label users put on chats.")
public record TagView(
        @Id @Description("Opaque id.") String id,

        @Description("The tag's name, unique in the workspace, whatever its case.")
        String name,

        @Description("Its colour as #rrggbb.") String colour,

        @Nullable @Description("When to use it; null when nobody has said.")
        String description) {}
