package dev.sharedinbox.channel.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which events are wanted.
///
/// @param severity only these; null for all
/// @param businessNumberId only those about this number; null for all
record AccountEventFilter(
        @Nullable AccountEventSeverity severity, @Nullable UUID businessNumberId) {}
