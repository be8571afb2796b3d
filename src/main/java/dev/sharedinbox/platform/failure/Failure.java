package dev.sharedinbox.platform.failure;

import static java.util.Objects.requireNonNullElse;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.WebApplicationException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// What we tell a caller about something that went wrong. However it came about, it says nothing of our insides.
///
/// @param code the catalogue's code
/// @param httpStatus the status over HTTP, usually the code's own
/// @param message a sentence for people
/// @param path the input field at fault, from the outside in; empty when no single field is
public record Failure(ErrorCode code, int httpStatus, String message, List<String> path) {

    private static final int MAX_CAUSES = 10;
    private static final String RETRY_AFTER = "5";
    /// Connections, resources, operator intervention and transactions that lost against another: trying again helps.
    private static final Set<String> PASSING_SQL_STATES = Set.of("08", "53", "57", "40");

    public static Failure of(ErrorCode code, String message) {
        return new Failure(code, code.httpStatus(), message, List.of());
    }

    /// How many seconds to wait before trying again; empty when trying again is no use, or nobody knows.
    public Optional<String> retryAfter() {
        return switch (code) {
            case UNAVAILABLE, RATE_LIMITED -> Optional.of(RETRY_AFTER);
            default -> Optional.empty();
        };
    }

    /// Classify what was thrown; the outermost cause that we know decides.
    public static Failure of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> of(ErrorCode.INTERNAL, "Something went wrong on our side; it was logged."));
    }

    /// Classify what was thrown, and log it under the request's id when it is a defect of ours.
    public static Failure logged(Throwable thrown, String requestId) {
        var failure = of(thrown);
        if (failure.code() == ErrorCode.INTERNAL) {
            Log.errorf(thrown, "Request %s failed", requestId);
        }
        return failure;
    }

    /// What an HTTP status means when nothing more is known.
    public static Failure ofStatus(int status) {
        var code = switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.INVALID_INPUT : ErrorCode.INTERNAL;
        };
        return new Failure(code, status, HttpResponseStatus.valueOf(status).reasonPhrase() + ".", List.of());
    }

    private static Optional<Failure> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case InboxException refusal ->
                        new Failure(
                                refusal.code(),
                                refusal.code().httpStatus(),
                                requireNonNullElse(refusal.getMessage(), ""),
                                refusal.path());
                    case AuthenticationException _, UnauthorizedException _ ->
                        of(ErrorCode.UNAUTHENTICATED, "A valid bearer token is needed.");
                    case ForbiddenException _ -> of(ErrorCode.FORBIDDEN, "This is not for your role.");
                    case WebApplicationException http ->
                        ofStatus(http.getResponse().getStatus());
                    case HttpException http -> ofStatus(http.getStatusCode());
                    case PgException sql when isPassing(sql) -> unavailable();
                    case ClosedConnectionException _, HttpClosedException _, StreamResetException _ -> unavailable();
                    case SocketException _, UnknownHostException _, TimeoutException _ -> unavailable();
                    default -> null;
                });
    }

    private static boolean isPassing(PgException sql) {
        var state = sql.getSqlState();
        return state != null && state.length() > 2 && PASSING_SQL_STATES.contains(state.substring(0, 2));
    }

    private static Failure unavailable() {
        return of(ErrorCode.UNAVAILABLE, "The service is not available just now; nothing was done, try again.");
    }
}
