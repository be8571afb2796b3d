package dev.sharedinbox.team;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Team")
@Description("A group of users that chats can be assigned to.")
public record TeamView(
        @Id @Description("Opaque id.") String id,

        @Description("The team's name, unique in the workspace.")
        String name) {}
