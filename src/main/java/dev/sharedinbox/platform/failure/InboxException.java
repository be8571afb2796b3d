package dev.sharedinbox.platform.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A refusal with a code an agent, an admin or a program can act on. Mutations turn it into a user error, queries into
/// a top-level error, REST into problem details.
public final class InboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<String> path;

    public InboxException(ErrorCode code, String message, String... path) {
        super(message, null, false, false);
        this.code = code;
        this.path = List.of(path);
    }

    /// Refuse what does not exist and what the viewer may not see, alike.
    public static InboxException notFound(String what, String... path) {
        return new InboxException(ErrorCode.NOT_FOUND, "There is no such " + what + ".", path);
    }

    public static InboxException invalid(String message, String... path) {
        return new InboxException(ErrorCode.INVALID_INPUT, message, path);
    }

    public ErrorCode code() {
        return code;
    }

    /// The same refusal of an argument that stands in an input of this name.
    public InboxException below(String input) {
        return new InboxException(
                code,
                Objects.requireNonNullElse(getMessage(), ""),
                Stream.concat(Stream.of(input), path.stream()).toArray(String[]::new));
    }

    /// The input field at fault, from the outside in; empty when no single field is.
    public List<String> path() {
        return path;
    }
}
