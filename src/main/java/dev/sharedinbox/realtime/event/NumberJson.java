package dev.sharedinbox.realtime.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sharedinbox.channel.status.NumberNow;
import dev.sharedinbox.channel.status.NumberStatusView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/// A business number as live clients get it: the fields that GraphQL gives, under the same names.
@RegisterForReflection
@JsonPropertyOrder({"id", "displayPhone", "name", "status"})
public record NumberJson(String id, String displayPhone, String name, NumberStatusView status) {

    static @Nullable NumberJson of(@Nullable NumberNow now) {
        return now == null
                ? null
                : new NumberJson(
                        now.number().id(),
                        now.number().displayPhone(),
                        now.number().name(),
                        now.status());
    }
}
