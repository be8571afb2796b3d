package dev.sharedinbox.chat;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Tag")
@Description("A label users put on chats.")
public record TagView(
        @Id @Description("Opaque id.") String id,

        @Description("The tag's name, unique in the workspace.")
        String name,

        @Description("Its colour as #rrggbb.") String colour) {}
