package dev.sharedinbox.team;

import dev.sharedinbox.team.access.Permission;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Viewer")
@Description("Who is asking, and what they may see and do.")
public record ViewerView(
        @Description("The user behind the token.") UserView user,
        @Description("Their role.") RoleView role,

        @Description("What the role may do, for switching buttons off.")
        List<@NonNull Permission> permissions,

        @Description("Which chats they see.") AccessView access,

        @Description("The workspace everything they ask is bound to.")
        WorkspaceView workspace,

        @Description("The IANA name of the time zone their days begin in: the one they set, else the workspace's.")
        String timeZone,

        @Description(
                "The change log's position now: what is loaded after this, changes after this cursor bring up to date.")
        String cursor) {}
