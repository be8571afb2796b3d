package dev.sharedinbox.platform.failure;

import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Puts an expected refusal of a mutation into its payload, where a form can show it. What any call may fail with (no
/// sign-in, no database, a defect) stays a failure and becomes a top-level error.
public final class Refusals {

    private static final Set<ErrorCode> ANY_CALL =
            EnumSet.of(ErrorCode.UNAUTHENTICATED, ErrorCode.RATE_LIMITED, ErrorCode.UNAVAILABLE, ErrorCode.INTERNAL);

    private Refusals() {}

    /// Turn the deed's outcome into a payload: `done` makes it of the result, `refused` of the errors.
    public static <T, P> Uni<P> recover(
            Uni<T> deed, Function<? super T, P> done, Function<List<UserErrorView>, P> refused) {
        return deed.<P>map(done)
                .onFailure(Refusals::isExpected)
                .recoverWithItem(thrown -> refused.apply(List.of(userError(Failure.of(thrown)))));
    }

    /// The user errors of several refusals, for a deed that may be done in part.
    public static List<UserErrorView> errors(List<InboxException> refusals) {
        return refusals.stream().map(Failure::of).map(Refusals::userError).toList();
    }

    private static boolean isExpected(Throwable thrown) {
        return !ANY_CALL.contains(Failure.of(thrown).code());
    }

    private static UserErrorView userError(Failure failure) {
        return new UserErrorView(failure.code().name(), failure.message(), failure.path());
    }
}
