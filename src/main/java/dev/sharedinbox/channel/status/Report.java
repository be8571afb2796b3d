package dev.sharedinbox.channel.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something the carrier told about how a number or an account stands.
public sealed interface Report {

    /// When it was told, and by what. Of two tellings the later one counts; of two of the same time the one with the
    /// greater key, wherever they meet.
    ///
    /// @param at when
    /// @param key the same for each delivery of the same telling, in ASCII
    record Telling(Instant at, String key) implements Comparable<Telling> {

        private static final Comparator<Telling> ORDER =
                Comparator.comparing(Telling::at).thenComparing(Telling::key);

        @Override
        public int compareTo(Telling other) {
            return ORDER.compare(this, other);
        }
    }

    Telling telling();

    /// About one aspect of a number.
    ///
    /// @param value in the form its aspect is stored in; null when the number has lost it
    record OfNumber(
            UUID businessNumberId,
            NumberAspect aspect,
            @Nullable String value,
            Telling telling) implements Report {}

    /// About the account of a plugin.
    ///
    /// @param reason why, in a sentence
    /// @param until when a restriction ends or a ban begins
    record OfAccount(
            UUID pluginId,
            AccountState state,
            @Nullable String reason,
            @Nullable Instant until,
            Telling telling) implements Report {}
}
