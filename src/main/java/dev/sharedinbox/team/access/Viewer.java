package dev.sharedinbox.team.access;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/// Who is asking, in which workspace, and what they may see and do, as the database has it at each request.
///
/// @param workspaceId the workspace everything they ask is bound to
/// @param userId the user behind the token
/// @param roleId their role
/// @param permissions what the role may do
/// @param scope which chats they may see
/// @param zone where their days begin
public record Viewer(
        UUID workspaceId, UUID userId, UUID roleId, Set<Permission> permissions, AccessScope scope, ZoneId zone) {

    /// Refuse with `FORBIDDEN` unless the role has the permission.
    public void require(Permission permission) {
        if (!permissions.contains(permission)) {
            throw new InboxException(
                    ErrorCode.FORBIDDEN, "Your role lacks the permission " + permission + "; ask an administrator.");
        }
    }
}
