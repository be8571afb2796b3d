package dev.sharedinbox.realtime.socket;

import io.quarkus.websockets.next.CloseReason;

/// Why the server ends a connection; part of the contract.
enum CloseCode {
    /// The server stops; connect to another node and resume.
    GOING_AWAY(1001, "Going away"),
    /// A frame that is not what the protocol allows here.
    BAD_FRAME(4400, "Bad frame"),
    /// No valid token, or it has expired.
    UNAUTHORIZED(4401, "Unauthorized"),
    /// The token is somebody else's than the connection's, or the user was shut out.
    FORBIDDEN(4403, "Forbidden"),
    /// The client did not say hello in time.
    NO_HELLO(4408, "No hello"),
    /// The user has as many connections as allowed.
    TOO_MANY_CONNECTIONS(4409, "Too many connections"),
    /// The client takes frames more slowly than they come, or not at all; it may resume with its cursor.
    TOO_SLOW(4413, "Too slow");

    private final int code;
    private final String message;

    CloseCode(int code, String message) {
        this.code = code;
        this.message = message;
    }

    CloseReason reason() {
        return new CloseReason(code, message);
    }
}
