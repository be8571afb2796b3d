package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.page.FoundPage;
import dev.sharedinbox.chat.list.page.ListSearch;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.list.way.ListPlace;
import dev.sharedinbox.chat.list.way.Wanted;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Picks all chats of a list, for who has to do with each of them. It goes through the list in steps that cost no more
/// than a page, from the least active chat on: one in which something happens meanwhile moves ahead and is met again,
/// never passed over.
@ApplicationScoped
public class ChatPicks {

    private static final long NO_NEWS = Long.MAX_VALUE;

    private final ListSearch search;
    private final Clock clock;

    ChatPicks(ListSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /// Return the chats that the viewer may see and a condition lets pass, in no order; more than `most`, if there are.
    ///
    /// @param patience how long to look for them
    /// @return fails with `QUERY_TOO_BROAD` when it takes longer
    public Uni<Set<UUID>> all(Viewer viewer, Condition<ChatFacts> condition, int most, Duration patience) {
        var walk = new Walk(wanted(viewer, condition), most, patience);
        return Uni.createFrom()
                .deferred(walk::step)
                .repeat()
                .whilst(goesOn -> goesOn)
                .onItem()
                .ignoreAsUni()
                .replaceWith(walk.met);
    }

    /// The same if one step finds them all; empty when there are more than `most`, or might be. It never
    /// fails because it takes too long.
    public Uni<Optional<List<UUID>>> few(Viewer viewer, Condition<ChatFacts> condition, int most) {
        return step(wanted(viewer, condition), most, Optional.empty())
                .map(found -> Optional.of(found.places())
                        .filter(places -> found.edge().isEmpty() && places.size() <= most)
                        .map(places -> ids(places).toList()))
                .onFailure(ListSearch::isTooBroad)
                .recoverWithItem(Optional.empty());
    }

    private Wanted wanted(Viewer viewer, Condition<ChatFacts> condition) {
        return Wanted.of(viewer, condition, ChatSort.LAST_ACTIVITY, clock.instant());
    }

    private Uni<FoundPage> step(Wanted wanted, int most, Optional<ListPlace> from) {
        return search.page(wanted, new PageRequest(most, true, Optional.empty()), from, NO_NEWS);
    }

    private static Stream<UUID> ids(List<ListPlace> places) {
        return places.stream().map(ListPlace::chatId);
    }

    private final class Walk {

        private final Set<UUID> met = new LinkedHashSet<>();
        private final Wanted wanted;
        private final int most;
        private final Duration patience;
        private Optional<ListPlace> reached = Optional.empty();

        Walk(Wanted wanted, int most, Duration patience) {
            this.wanted = wanted;
            this.most = most;
            this.patience = patience;
        }

        /// Return whether there may be more to meet.
        Uni<Boolean> step() {
            if (clock.instant().isAfter(wanted.now().plus(patience))) {
                throw new InboxException(
                        ErrorCode.QUERY_TOO_BROAD,
                        "Finding all chats that fit takes too long. Narrow the list: by inbox, assignee, tag, status or a"
                                + " time.");
            }
            return ChatPicks.this.step(wanted, most, reached).map(found -> {
                ids(found.places()).forEach(met::add);
                reached = found.edge();
                return reached.isPresent() && met.size() <= most;
            });
        }
    }
}
