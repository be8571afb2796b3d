package dev.sharedinbox.space.share;

import org.eclipse.microprofile.graphql.Description;

/// With whom a space is shared.
@Description("With whom a space is shared.")
public enum SpaceShareKind {
    @Description("One user.")
    USER,
    @Description("Everybody in a team.")
    TEAM,
    @Description("Everybody with a role.")
    ROLE,
    @Description("Everybody in the workspace.")
    EVERYONE
}
