package dev.sharedinbox.realtime.list;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The lists of a workspace for which it is time to look at the clock, the one that waits longest first.
final class ClockLooks {

    /// How many look at once, which is a few statements each; changes wait for them, but not for long.
    private static final int AT_ONCE = 8;

    private static final long NOTHING = -1;

    private final UUID workspaceId;
    private final Duration patience;
    private final Set<ListGroup> due = Collections.synchronizedSet(new LinkedHashSet<>());

    /// @param patience how long one look may take
    ClockLooks(UUID workspaceId, Duration patience) {
        this.workspaceId = workspaceId;
        this.patience = patience;
    }

    void add(ListGroup group) {
        due.add(group);
    }

    void forget(ListGroup group) {
        due.remove(group);
    }

    boolean areDue() {
        return !due.isEmpty();
    }

    /// Let some of them look, and return up to which position changes may have been seen in doing so; -1 for none.
    Uni<Long> take() {
        var looking =
                List.of(due.toArray(ListGroup[]::new)).stream().limit(AT_ONCE).toList();
        looking.forEach(due::remove);
        return Multi.createFrom()
                .iterable(looking)
                .onItem()
                .transformToUniAndMerge(this::look)
                .collect()
                .asList()
                .map(seen -> seen.stream().reduce(NOTHING, Math::max));
    }

    /// A list that could not look does so when it is time again.
    private Uni<Long> look(ListGroup group) {
        return group.lookAtClock().ifNoItem().after(patience).fail().onFailure().recoverWithItem(failure -> {
            Log.warnf(failure, "A list of workspace %s could not look at the clock", workspaceId);
            return NOTHING;
        });
    }
}
