package dev.sharedinbox.realtime.tail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.chat.ChatReader;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.FullChat;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.notification.Notices;
import dev.sharedinbox.realtime.event.Aside;
import dev.sharedinbox.realtime.event.Asides;
import dev.sharedinbox.realtime.event.EventJson;
import dev.sharedinbox.realtime.event.NoticeEvent;
import dev.sharedinbox.realtime.row.ListRows;
import dev.sharedinbox.realtime.row.Past;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a stretch of the log and everything its changes name: at most twelve statements, however many changes and
/// listeners.
@ApplicationScoped
public class FeedReader {

    private final ChangeLog log;
    private final ChatReader chats;
    private final Asides asides;
    private final Notices notices;
    private final ListRows rows;
    private final ObjectMapper json;

    FeedReader(ChangeLog log, ChatReader chats, Asides asides, Notices notices, ListRows rows, ObjectMapper json) {
        this.log = log;
        this.chats = chats;
        this.asides = asides;
        this.notices = notices;
        this.rows = rows;
        this.json = json;
    }

    /// Read up to `limit` changes after a position; fail with [LogGap] when the log no longer holds the next one.
    Uni<List<FeedEntry>> read(UUID workspaceId, long after, int limit) {
        return log.read(workspaceId, after, limit)
                .invoke(changes -> LogGap.check(after, changes))
                .chain(changes -> render(workspaceId, changes));
    }

    private Uni<List<FeedEntry>> render(UUID workspaceId, List<Change> changes) {
        return chats.fullChats(workspaceId, named(changes, Change::chatId))
                .chain(chatsById -> chats.messages(workspaceId, named(changes, Change::messageId))
                        .chain(messagesById -> Uni.combine()
                                .all()
                                .unis(asides.of(workspaceId, changes), notices.of(workspaceId, changes))
                                .with((beside, noticed) -> changes.stream()
                                        .map(change ->
                                                entry(change, chatsById, messagesById, beside.apply(change), noticed))
                                        .toList())));
    }

    private FeedEntry entry(
            Change change,
            Map<UUID, FullChat> chatsById,
            Map<UUID, MessageView> messagesById,
            Aside aside,
            Notices.Finder noticed) {
        var chat = change.chatId() == null ? null : chatsById.get(change.chatId());
        var message = change.messageId() == null ? null : messagesById.get(change.messageId());
        var view = chat == null ? null : chat.entry().view();
        return new FeedEntry(
                change,
                chat == null ? null : chat.entry().place(),
                view,
                message,
                aside,
                chat == null ? null : rows.row(chat),
                new Past.Unknown(),
                write(EventJson.of(change, view, message, aside)),
                view == null ? null : notice(change, view, message, noticed));
    }

    private @Nullable NoticeEvent notice(
            Change change, ChatView chat, @Nullable MessageView message, Notices.Finder noticed) {
        return noticed.of(change, chat, message)
                .map(notice -> new NoticeEvent(notice, () -> write(EventJson.of(change, chat, message, notice.view()))))
                .orElse(null);
    }

    private String write(EventJson event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every event can be written as JSON", e);
        }
    }

    private static Set<UUID> named(List<Change> changes, Function<Change, @Nullable UUID> id) {
        return changes.stream().map(id).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }
}
