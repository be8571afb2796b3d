package dev.sharedinbox.team;

import dev.sharedinbox.team.access.ChatAccess;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/// What the viewer may see; the room that knows inboxes adds them.
@Type("Access")
@Description("Which chats the viewer sees: those of the inboxes that the mode lets through.")
public record AccessView(
        @Description("Which chats of the inboxes.") ChatAccess mode) {}
