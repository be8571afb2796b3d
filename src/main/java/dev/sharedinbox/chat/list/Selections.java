package dev.sharedinbox.chat.list;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Makes of what clients ask for what is listed: looks up what they only named.
@ApplicationScoped
public class Selections {

    private final SavedFilters saved;
    private final TagNames tags;
    private final ChatCatalogues catalogues;
    private final ChangeLog log;

    Selections(SavedFilters saved, TagNames tags, ChatCatalogues catalogues, ChangeLog log) {
        this.saved = saved;
        this.tags = tags;
        this.catalogues = catalogues;
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
                        .orElseGet(() -> alone(viewer, own, request)));
    }

    private Uni<Selection> alone(Viewer viewer, ChatQuery own, ListRequest request) {
        var sort = request.sort().orElse(ChatSort.LAST_ACTIVITY);
        return catalogues
                .of(viewer.workspaceId(), own)
                .map(catalogue -> new Selection(own, Optional.empty(), sort, catalogue, Optional.empty()));
    }

    private Uni<Selection> beside(Viewer viewer, ChatQuery own, ListRequest request, String space) {
        return log.head(viewer.workspaceId())
                .chain(head -> saved.find(viewer, space)
                        .chain(filter -> catalogues
                                .of(viewer.workspaceId(), own, filter.query())
                                .map(catalogue -> new Selection(
                                        own,
                                        Optional.of(filter),
                                        request.sort().orElse(filter.sort()),
                                        catalogue,
                                        Optional.of(head)))));
    }
}
