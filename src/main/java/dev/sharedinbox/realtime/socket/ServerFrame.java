package dev.sharedinbox.realtime.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the server says.
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.NewViewer.class, name = "viewer"),
    @JsonSubTypes.Type(value = ServerFrame.Event.class, name = "event"),
    @JsonSubTypes.Type(value = ServerFrame.CaughtUp.class, name = "caughtUp"),
    @JsonSubTypes.Type(value = ServerFrame.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ServerFrame.Resync.class, name = "resync"),
    @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerFrame.Refused.class, name = "error")
})
sealed interface ServerFrame {

    /// The connection is open.
    ///
    /// @param cursor where subscriptions without a cursor of their own begin
    /// @param heartbeatMs how often the server pings; a client that hears nothing for three of them reconnects
    @RegisterForReflection
    record Welcome(String cursor, long heartbeatMs, Limits limits, Who viewer) implements ServerFrame {

        static Welcome of(String cursor, SocketConfig config, Viewer viewer) {
            return new Welcome(cursor, config.heartbeat().toMillis(), Limits.of(config.limits()), Who.of(viewer));
        }
    }

    /// What this client may ask for.
    @RegisterForReflection
    record Limits(int frameBytes, int framesPerSecond, int subscriptions, int connectionsPerUser) {

        static Limits of(SocketConfig.Limits config) {
            return new Limits(
                    config.frameBytes(), config.framesPerSecond(), config.subscriptions(), config.connectionsPerUser());
        }
    }

    /// Who the connection speaks as.
    ///
    /// @param access which chats the role shows
    /// @param inboxIds the inboxes the role shows; null for all
    /// @param teamIds the user's teams
    /// @param timeZone the IANA name of the zone their days begin in
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(
            UUID workspaceId,
            UUID userId,
            UUID roleId,
            List<Permission> permissions,
            String access,
            @Nullable List<UUID> inboxIds,
            List<UUID> teamIds,
            String timeZone) {

        static Who of(Viewer viewer) {
            return new Who(
                    viewer.workspaceId(),
                    viewer.userId(),
                    viewer.roleId(),
                    viewer.permissions().stream().sorted().toList(),
                    viewer.scope().access().name(),
                    viewer.scope().inboxes().map(Who::sorted).orElse(null),
                    sorted(viewer.scope().teams()),
                    viewer.zone().getId());
        }

        private static List<UUID> sorted(Set<UUID> ids) {
            return ids.stream().sorted().toList();
        }
    }

    /// Who the connection speaks as, and what they may do, is no longer what it was last told.
    @RegisterForReflection
    record NewViewer(Who viewer) implements ServerFrame {}

    /// Something happened.
    ///
    /// @param cursor null for what is not in the log: who is typing or viewing
    /// @param event the event's JSON, see [dev.sharedinbox.realtime.event.EventJson]
    @RegisterForReflection
    record Event(
            String id,
            @Nullable String cursor,
            @JsonRawValue String event) implements ServerFrame {}

    /// Replay ends, live begins. Once per subscription.
    @RegisterForReflection
    record CaughtUp(String id, String cursor) implements ServerFrame {}

    /// Nothing for this client among many changes; here is a newer cursor.
    @RegisterForReflection
    record Progress(String id, String cursor) implements ServerFrame {}

    /// The subscription is over: load afresh and subscribe again.
    ///
    /// @param cursor where to go on from after loading
    @RegisterForReflection
    record Resync(String id, ResyncReason reason, String cursor) implements ServerFrame {}

    /// The answer to `ping`.
    @RegisterForReflection
    record Pong() implements ServerFrame {}

    /// A frame was refused; the connection lives on.
    ///
    /// @param id the frame's id, if it had one
    /// @param refused the frame's type
    /// @param path the part of the frame at fault, from the outside in, if a single one is
    @RegisterForReflection
    record Refused(
            @Nullable String id,
            @Nullable String refused,
            ErrorCode code,
            String message,
            @Nullable List<String> path) implements ServerFrame {

        static Refused of(Heading frame, ErrorCode code, String message, List<String> path) {
            var told = frame.told();
            return new Refused(told.id(), told.type(), code, message, path.isEmpty() ? null : path);
        }
    }
}
