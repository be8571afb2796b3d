package dev.sharedinbox.whatsapp;

import dev.sharedinbox.delivery.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Meta's error codes mean and what an agent can do about them. The same codes come as answers to a call
/// and as `failed` statuses. Codes are open-ended: one that is not listed is final and shows Meta's own words.
///
/// @param kind what it means for the message
/// @param title what happened, in a few words
/// @param advice what the agent can do
/// @param retryable whether sending the same message again can succeed, perhaps after the advice was followed
/// @see <a
///     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes">Meta's
///     list</a>
public record ErrorAdvice(ErrorKind kind, String title, String advice, boolean retryable) {

    private static final ErrorAdvice UNLISTED =
            of(ErrorKind.FINAL, "WhatsApp refused the message", "Read what WhatsApp says.");

    /// Return what is known about a code; empty when it is not listed.
    public static Optional<ErrorAdvice> of(int code) {
        return code >= 200 && code <= 299 ? of(10) : Optional.ofNullable(KnownErrors.BY_CODE.get(code));
    }

    /// Put a code, and Meta's own title and detail of it, in words an agent can act on.
    public static Failure failure(int code, @Nullable String title, @Nullable String detail) {
        return of(code).orElse(UNLISTED.titled(title)).failure(Integer.toString(code), detail);
    }

    /// The same for a failure of which no code is told.
    public static Failure failureWithoutCode(@Nullable String title, @Nullable String detail) {
        return UNLISTED.titled(title).failure("NO_CODE", detail);
    }

    public Failure failure(String code, @Nullable String detail) {
        return new Failure(code, title, detail, advice, retryable);
    }

    private ErrorAdvice titled(@Nullable String other) {
        return other == null || other.isBlank() ? this : new ErrorAdvice(kind, other, advice, retryable);
    }

    ErrorAdvice retryableLater() {
        return new ErrorAdvice(kind, title, advice, true);
    }

    static ErrorAdvice of(ErrorKind kind, String title, String advice) {
        return new ErrorAdvice(kind, title, advice, kind != ErrorKind.FINAL);
    }
}
