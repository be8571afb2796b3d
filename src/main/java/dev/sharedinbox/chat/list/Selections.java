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
    private final TagNames tags;
    private final ChangeLog log;

    Selections(SavedFilters saved, TagNames tags, ChangeLog log) {
        this.saved = saved;
        this.tags = tags;
        this.log = log;
    }

    /// Fails with `NOT_FOUND` when the request names a space that the viewer does not see, with `INVALID_FILTER` when
    /// it names a tag that is not there.
    public Uni<Selection> of(Viewer viewer, ListRequest request) {
        var query = request.query();
        return tags.resolve(viewer.workspaceId(), query.filter(), query.argument())
                .map(query::with)
                .chain(own -> request.spaceId()
                        .map(space -> beside(viewer, own, request, space))
                        .orElseGet(() -> alone(own, request)));
    }

    private static Uni<Selection> alone(ChatQuery own, ListRequest request) {
        var sort = request.sort().orElse(ChatSort.LAST_ACTIVITY);
        return Uni.createFrom().item(new Selection(own, Optional.empty(), sort, Optional.empty()));
    }

    private Uni<Selection> beside(Viewer viewer, ChatQuery own, ListRequest request, String space) {
        return log.head(viewer.workspaceId())
                .chain(head -> saved.find(viewer, space)
                        .map(filter -> new Selection(
                                own, Optional.of(filter), request.sort().orElse(filter.sort()), Optional.of(head))));
    }
}
