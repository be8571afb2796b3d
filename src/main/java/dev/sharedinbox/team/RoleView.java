package dev.sharedinbox.team;

import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Permission;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Role")
@Description("What its users may see and do; each user has one in a workspace.")
public record RoleView(
        @Id @Description("Opaque id.") String id,

        @Description("The role's name, unique in the workspace.")
        String name,

        @Description("What it may do to the chats it sees.") List<@NonNull Permission> permissions,

        @Description("Which chats of its inboxes it sees.") ChatAccess chatAccess) {}
