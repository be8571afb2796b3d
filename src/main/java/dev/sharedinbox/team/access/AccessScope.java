package dev.sharedinbox.team.access;

import dev.sharedinbox.platform.sql.Sql;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which chats a viewer may see: the one predicate behind every list, count, search, event and deed. It exists twice,
/// as SQL and in memory, and both must always give the same answer.
///
/// @param access the role's mode
/// @param inboxes the inboxes the role may see; empty means all of them
/// @param userId the viewer
/// @param teams the viewer's teams
public record AccessScope(ChatAccess access, Optional<Set<UUID>> inboxes, UUID userId, Set<UUID> teams) {

    private static final UUID NOBODY = new UUID(0, 0);

    /// Whether the viewer may see a chat that stands at `place`.
    public boolean allows(ChatPlace place) {
        return inboxes.map(allowed -> allowed.contains(place.inboxId())).orElse(true) && matches(place);
    }

    /// The same predicate without what its mode does not ask, so that scopes which allow the same chats for the same
    /// reason are equal, whoever the viewers are.
    public AccessScope essence() {
        return switch (access) {
            case ALL -> new AccessScope(access, inboxes, NOBODY, Set.of());
            case MATCH_ASSIGNEE, MATCH_ASSIGNEE_OR_UNASSIGNED -> new AccessScope(access, inboxes, userId, Set.of());
            case MATCH_TEAM -> this;
        };
    }

    /// The same predicate over the columns `inbox_id`, `assignee_id` and `team_id` of the table named `chat`.
    public String condition(Sql sql, String chat) {
        var conditions = new ArrayList<String>();
        inboxes.ifPresent(allowed -> conditions.add(
                chat + ".inbox_id = any(" + sql.bind(allowed.stream().sorted().toArray(UUID[]::new)) + "::uuid[])"));
        switch (access) {
            case ALL -> {}
            case MATCH_ASSIGNEE -> conditions.add(isAssignee(sql, chat));
            case MATCH_ASSIGNEE_OR_UNASSIGNED ->
                conditions.add("(" + isAssignee(sql, chat) + " or " + chat + ".assignee_id is null)");
            case MATCH_TEAM ->
                conditions.add("(" + isAssignee(sql, chat) + " or " + chat + ".team_id = any("
                        + sql.bind(teams.stream().sorted().toArray(UUID[]::new)) + "::uuid[]))");
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private boolean matches(ChatPlace place) {
        var assigned = userId.equals(place.assigneeId());
        return switch (access) {
            case ALL -> true;
            case MATCH_ASSIGNEE -> assigned;
            case MATCH_ASSIGNEE_OR_UNASSIGNED -> assigned || place.assigneeId() == null;
            case MATCH_TEAM -> assigned || (place.teamId() != null && teams.contains(place.teamId()));
        };
    }

    private String isAssignee(Sql sql, String chat) {
        return chat + ".assignee_id = " + sql.bind(userId) + "::uuid";
    }
}
