package dev.sharedinbox.space.count;

import dev.sharedinbox.chat.list.ChatCatalogues;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.space.Arrangement;
import dev.sharedinbox.space.Space;
import dev.sharedinbox.space.Spaces;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the spaces that a viewer wants counted, and what to count.
@ApplicationScoped
public class CountedSpaces {

    /// How many spaces are counted at once: as many as can be pinned.
    public static final int MOST = Arrangement.MOST_PINNED;

    private final Spaces spaces;
    private final ChatCatalogues catalogues;
    private final SpaceConfig config;

    CountedSpaces(Spaces spaces, ChatCatalogues catalogues, SpaceConfig config) {
        this.spaces = spaces;
        this.catalogues = catalogues;
        this.config = config;
    }

    /// Read which spaces a client names; empty when it names none and wants those it pinned. What can be no id is left
    /// out like a space that is not there.
    ///
    /// @throws InboxException `INVALID_INPUT` when there are more than [#MOST]
    public static Optional<List<UUID>> named(@Nullable List<String> ids) {
        if (ids != null && ids.size() > MOST) {
            throw InboxException.invalid("Count at most " + MOST + " spaces at once.", "spaceIds");
        }
        return Optional.ofNullable(ids)
                .map(texts -> texts.stream()
                        .flatMap(id -> Ids.parse(id).stream())
                        .distinct()
                        .toList());
    }

    /// Where counting stops.
    public int limit() {
        return config.countLimit();
    }

    /// The spaces that were named or else pinned, as far as the viewer sees them.
    public Uni<List<CountedSpace>> of(Viewer viewer, Optional<List<UUID>> named) {
        return named.map(ids -> spaces.seenBy(viewer, ids))
                .orElseGet(() -> spaces.pinnedBy(viewer))
                .chain(found -> catalogues
                        .of(
                                viewer.workspaceId(),
                                found.stream().map(CountedSpaces::query).toArray(ChatQuery[]::new))
                        .map(catalogue -> found.stream()
                                .map(space -> new CountedSpace(space.id(), condition(viewer, space, catalogue)))
                                .toList()));
    }

    private static Optional<Condition<ChatFacts>> condition(
            Viewer viewer, Space space, Catalogue<ChatFacts> catalogue) {
        try {
            return Optional.of(query(space).check(viewer, catalogue));
        } catch (InboxException e) {
            return Optional.empty();
        }
    }

    private static ChatQuery query(Space space) {
        return space.saved().query();
    }
}
