package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.team.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Makes of what clients ask for what is listed: looks up what they only named.
@ApplicationScoped
public class Selections {

    private final SavedFilters saved;
    private final ChangeLog log;

    Selections(SavedFilters saved, ChangeLog log) {
        this.saved = saved;
        this.log = log;
    }

    /// Fails with `NOT_FOUND` when the request names a space that the viewer does not see.
    public Uni<Selection> of(Viewer viewer, ListRequest request) {
        return request.spaceId()
                .map(space -> named(viewer, request, space))
                .orElseGet(() -> Uni.createFrom()
                        .item(new Selection(
                                request.query(),
                                Optional.empty(),
                                request.sort().orElse(ChatSort.LAST_ACTIVITY),
                                Optional.empty())));
    }

    private Uni<Selection> named(Viewer viewer, ListRequest request, String space) {
        return log.head(viewer.workspaceId())
                .chain(head -> saved.find(viewer, space)
                        .map(filter -> new Selection(
                                request.query(),
                                Optional.of(filter),
                                request.sort().orElse(filter.sort()),
                                Optional.of(head))));
    }
}
