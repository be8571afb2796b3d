package dev.sharedinbox.channel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Inbox")
@Description("A chat inbox: where the chats of one or more business numbers arrive.")
public record InboxView(
        @Id @Description("Opaque id.") String id,

        @Description("The inbox's name, unique in the workspace.")
        String name) {}
