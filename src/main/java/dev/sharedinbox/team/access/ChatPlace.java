package dev.sharedinbox.team.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything about a chat that decides who may see it.
///
/// @param inboxId the inbox it is in
/// @param assigneeId the user it is assigned to; null when nobody
/// @param teamId the team it is assigned to; null when none
public record ChatPlace(
        UUID inboxId, @Nullable UUID assigneeId, @Nullable UUID teamId) {}
