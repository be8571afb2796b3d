package dev.sharedinbox.realtime.graphql;

import dev.sharedinbox.realtime.socket.SocketConfig;
import dev.sharedinbox.realtime.wire.Connections;
import dev.sharedinbox.realtime.wire.Patience;
import dev.sharedinbox.team.signin.Viewers;
import jakarta.inject.Singleton;
import java.time.Clock;

/// What all connections to GraphQL share.
@Singleton
record GraphqlRoom(Viewers viewers, SocketConfig config, Connections connections, Patience patience, Clock clock) {}
