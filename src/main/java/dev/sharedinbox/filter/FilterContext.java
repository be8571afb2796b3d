package dev.sharedinbox.filter;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/// Who a filter speaks for: what `ME`, `MY_TEAMS` and a bare date mean.
///
/// @param viewerId the user who asks
/// @param teams the teams of that user
/// @param zone where a day begins and ends
public record FilterContext(UUID viewerId, Set<UUID> teams, ZoneId zone) {}
