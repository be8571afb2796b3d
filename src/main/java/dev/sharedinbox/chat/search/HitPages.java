package dev.sharedinbox.chat.search;

import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.list.Selection;
import dev.sharedinbox.chat.message.MessageRows;
import dev.sharedinbox.chat.search.MessageSearch.Hits;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageInfoView;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes pages of hits, with cursors that only the same search of the same viewer takes.
@ApplicationScoped
class HitPages {

    private final MessageSearch search;
    private final ChatReader reader;
    private final Seal seal;
    private final Clock clock;

    HitPages(MessageSearch search, ChatReader reader, Seal seal, Clock clock) {
        this.search = search;
        this.reader = reader;
        this.seal = seal;
        this.clock = clock;
    }

    /// @param chatId the one chat to search in; fails with `NOT_FOUND` when the viewer may not see it
    Uni<MessageHitConnectionView> page(
            Viewer viewer, SearchText text, Selection selection, @Nullable String chatId, PageRequest request) {
        var context = "hits:%s:%s:%s:%s:%s"
                .formatted(viewer.workspaceId(), viewer.userId(), chatId, text.written(), selection.text());
        var from = request.cursor().map(cursor -> place(context, cursor));
        var chats = selection.check(viewer);
        return chat(viewer, chatId)
                .chain(chat -> search.read(viewer.workspaceId(), text)
                        .map(words ->
                                new WantedHits(viewer, words, chats, chat, from, request.size(), clock.instant())))
                .chain(wanted -> search.find(wanted).chain(hits -> page(wanted, hits, context)));
    }

    private Uni<Optional<UUID>> chat(Viewer viewer, @Nullable String chatId) {
        if (chatId == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        var id = Ids.parse(chatId).orElseThrow(() -> InboxException.notFound("chat", "chatId"));
        return reader.places(viewer.workspaceId(), List.of(id)).map(places -> {
            var place = places.get(id);
            if (place == null || !viewer.scope().allows(place)) {
                throw InboxException.notFound("chat", "chatId");
            }
            return Optional.of(id);
        });
    }

    private Uni<MessageHitConnectionView> page(WantedHits wanted, Hits hits, String context) {
        var shown = hits.rows().stream().limit(wanted.size()).toList();
        var goesOn = hits.rows().size() > wanted.size() || hits.end().isPresent();
        var ids = shown.stream().map(row -> row.getUUID("chat_id")).distinct().toList();
        return reader.chats(wanted.viewer().workspaceId(), ids).map(chats -> {
            var edges = shown.stream()
                    .flatMap(row -> edge(wanted.viewer(), row, chats, context))
                    .toList();
            var last = hits.end()
                    .or(() -> shown.isEmpty() ? Optional.empty() : Optional.of(MessageSearch.place(shown.getLast())));
            return new MessageHitConnectionView(
                    edges,
                    new PageInfoView(
                            goesOn,
                            wanted.from().isPresent(),
                            edges.isEmpty() ? null : edges.getFirst().cursor(),
                            last.map(place -> seal.seal(context, place.toString()))
                                    .orElse(null)));
        });
    }

    /// A message that says something else by now is no hit any more, nor is one whose chat was just taken away.
    private Stream<MessageHitEdgeView> edge(Viewer viewer, Row row, Map<UUID, ChatEntry> chats, String context) {
        var chat = chats.get(row.getUUID("chat_id"));
        if (!row.getBoolean("holds") || chat == null || !viewer.scope().allows(chat.place())) {
            return Stream.empty();
        }
        var snippet = SnippetView.of(row.getString("said"), row.getString("marked"));
        return Stream.of(new MessageHitEdgeView(
                new MessageHitView(MessageRows.view(row), chat.view(), snippet),
                seal.seal(context, MessageSearch.place(row).toString())));
    }

    private HitPlace place(String context, String cursor) {
        return seal.open(context, cursor)
                .map(HitPlace::parse)
                .orElseThrow(() -> new InboxException(
                        ErrorCode.INVALID_CURSOR,
                        "This cursor is not of this search: its arguments and the user must stay the same.",
                        "after"));
    }
}
