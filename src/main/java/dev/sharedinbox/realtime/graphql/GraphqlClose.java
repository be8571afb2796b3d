package dev.sharedinbox.realtime.graphql;

/// Why the server ends a connection. The codes are those that clients of `graphql-transport-ws` know how to take: after
/// 1001, 1013, 4403, 4408 and 4413 they connect again, asking for a new token first; after the others they stop.
enum GraphqlClose {
    /// The server stops; another node answers.
    GOING_AWAY(1001, "Going away"),
    /// The user has as many connections as allowed.
    TOO_MANY_CONNECTIONS(1013, "Too many connections"),
    /// Nobody can find out now who the user is.
    UNAVAILABLE(1013, "Try again later"),
    /// A message that the protocol does not know.
    BAD_FRAME(4400, "Bad frame"),
    /// No valid token, or it has expired.
    FORBIDDEN(4403, "Forbidden"),
    /// The client offers no protocol that is spoken here.
    OTHER_PROTOCOL(4406, "Subprotocol not acceptable"),
    /// The client did not begin in time.
    NO_INIT(4408, "Connection initialisation timeout"),
    /// The client takes nothing of what is written, or has not been heard for long.
    TOO_SLOW(4413, "Too slow"),
    /// The client began twice.
    SECOND_INIT(4429, "Too many initialisation requests");

    private final int code;
    private final String message;

    GraphqlClose(int code, String message) {
        this.code = code;
        this.message = message;
    }

    short code() {
        return (short) code;
    }

    String message() {
        return message;
    }
}
