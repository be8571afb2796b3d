package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.chat.list.ChatPicks;
import dev.sharedinbox.chat.list.ListRequest;
import dev.sharedinbox.chat.list.Selections;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/// Finds the chats that a deed is to be done to.
@ApplicationScoped
class BulkTargets {

    /// How many chats a job may be about.
    private static final int MOST = 10_000;

    private final Selections selections;
    private final ChatPicks picks;
    private final BulkConfig config;

    BulkTargets(Selections selections, ChatPicks picks, BulkConfig config) {
        this.selections = selections;
        this.picks = picks;
        this.config = config;
    }

    /// The chats, in no order. Those that were named may not exist, which shows when they are locked.
    ///
    /// @return fails with `INVALID_FILTER`, `NOT_FOUND` of a space, `INVALID_INPUT` when too many fit, and
    ///     `QUERY_TOO_BROAD` when finding them takes too long
    Uni<Set<UUID>> chats(Viewer viewer, BulkTarget target) {
        return switch (target) {
            case BulkTarget.Named(var chats) -> Uni.createFrom().item(Set.copyOf(chats));
            case BulkTarget.Listed(var list) ->
                fitting(viewer, list)
                        .onFailure(InboxException.class)
                        .transform(refusal -> ((InboxException) refusal).below("input"));
        };
    }

    private Uni<Set<UUID>> fitting(Viewer viewer, ListRequest list) {
        return selections
                .of(viewer, list)
                .chain(selection -> picks.all(viewer, selection.check(viewer), MOST, config.patience()))
                .invoke(found -> {
                    if (found.size() > MOST) {
                        throw InboxException.invalid("More than " + MOST
                                + " chats fit; narrow them down: by inbox, assignee, tag, status or a" + " time.");
                    }
                });
    }
}
