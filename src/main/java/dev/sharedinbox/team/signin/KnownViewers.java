package dev.sharedinbox.team.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.team.access.Seen;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Spares the look for who is asking where the statement that reads for them tells whether they are who they were a
/// moment ago: what was read for a remembered viewer is given only if the access rules had not changed by then. The
/// database counts the changes, so nothing is decided by what is remembered.
@ApplicationScoped
class KnownViewers {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MAX_VIEWERS = 10_000;

    private final Memberships memberships;
    private final Cache<SignedIn, Seen<Viewer>> known = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MAX_VIEWERS)
            .build();

    KnownViewers(Memberships memberships) {
        this.memberships = memberships;
    }

    /// Read something for somebody, once more if they are not who they were.
    <T> Uni<T> read(SignedIn who, Function<Viewer, Uni<Seen<T>>> read) {
        var viewer = known.getIfPresent(who);
        return viewer == null
                ? find(who).chain(found -> readFor(found, read))
                : Uni.createFrom()
                        .deferred(() -> read.apply(viewer.value()))
                        .onItemOrFailure()
                        .transformToUni(
                                (seen, failure) -> failure == null && seen.accessVersion() == viewer.accessVersion()
                                        ? Uni.createFrom().item(seen.value())
                                        : readAgain(who, viewer, failure, read));
    }

    /// A failure may have come of rules that hold no more, such as a space that was not shared yet.
    private <T> Uni<T> readAgain(
            SignedIn who, Seen<Viewer> before, @Nullable Throwable failure, Function<Viewer, Uni<Seen<T>>> read) {
        known.invalidate(who);
        return find(who)
                .chain(found -> failure != null && found.equals(before)
                        ? Uni.createFrom().failure(failure)
                        : readFor(found, read));
    }

    private static <T> Uni<T> readFor(Seen<Viewer> viewer, Function<Viewer, Uni<Seen<T>>> read) {
        return read.apply(viewer.value()).map(Seen::value);
    }

    private Uni<Seen<Viewer>> find(SignedIn who) {
        return memberships.viewer(who).invoke(found -> known.put(who, found));
    }
}
