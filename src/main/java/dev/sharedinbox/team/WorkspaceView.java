package dev.sharedinbox.team;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Workspace")
@Description("A customer organisation; nothing crosses its border.")
public record WorkspaceView(
        @Id @Description("Opaque id, to be sent as X-Workspace by users of several workspaces.")
        String id,

        @Description("What the organisation is called.") String name) {}
