package dev.sharedinbox.team.access;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// The time zones that this node's tables know, by their IANA names.
public final class Zones {

    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Zones() {}

    /// The zone of this very name, such as `Europe/Berlin`; an offset is none.
    public static Optional<ZoneId> named(String name) {
        return KNOWN.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
