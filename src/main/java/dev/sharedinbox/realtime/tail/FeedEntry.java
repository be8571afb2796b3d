package dev.sharedinbox.realtime.tail;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.event.Aside;
import dev.sharedinbox.realtime.event.NoticeEvent;
import dev.sharedinbox.realtime.row.ListRow;
import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.realtime.row.Sighting;
import dev.sharedinbox.space.SpaceChanges;
import dev.sharedinbox.team.access.ChatPlace;
import dev.sharedinbox.team.access.Viewer;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change together with what its chat and message looked like when it was read, rendered once for all listeners.
/// It is content without an access check: decide who may see it before handing any of it out.
///
/// @param change the fact
/// @param place where the chat stands now; null when the fact is about no chat, or about one that is gone
/// @param aside what it shows that is not a chat
/// @param row the chat as a row of lists; null when there is no chat
/// @param past how the chat was before, as far as lists may rely on it
/// @param json the event as clients get it
/// @param notice what it may notify viewers of; null when it is nothing of the kind
public record FeedEntry(
        Change change,
        @Nullable ChatPlace place,
        @Nullable ChatView chat,
        @Nullable MessageView message,
        Aside aside,
        @Nullable ListRow row,
        Past past,
        String json,
        @Nullable NoticeEvent notice) {

    /// Its position in the log.
    public long position() {
        return change.position();
    }

    /// The same entry for a chat that has moved since it was read.
    FeedEntry at(@Nullable ChatPlace newer) {
        return newer == null || newer.equals(place)
                ? this
                : new FeedEntry(change, newer, chat, message, aside, row, past, json, notice);
    }

    /// The same entry, now that it is known how its chat was before.
    FeedEntry after(Past known) {
        return new FeedEntry(change, place, chat, message, aside, row, known, json, notice);
    }

    /// What lists make of it; empty when it is about no chat.
    public Optional<Sighting> sighting() {
        var chatId = change.chatId();
        return chatId == null ? Optional.empty() : Optional.of(new Sighting(chatId, place, row, past, placeBefore()));
    }

    /// The user whose view of everything it changed, if it did.
    public Optional<UUID> accessChangedOf() {
        return change.type() == ChangeType.ACCESS_CHANGED ? Optional.ofNullable(change.userId()) : Optional.empty();
    }

    /// Whether it changed what the viewer may see at all.
    public boolean changesAccessOf(Viewer viewer) {
        return accessChangedOf().filter(viewer.userId()::equals).isPresent();
    }

    /// The space whose lists are other ones now, if it changed one.
    public Optional<UUID> listChangedOf() {
        return SpaceChanges.listChangedBy(change);
    }

    /// The user who arranged their spaces anew, if one did.
    public Optional<UUID> arrangedBy() {
        return SpaceChanges.arrangedBy(change);
    }

    /// Where its chat stood before, when it was moved.
    public Optional<ChatPlace> placeBefore() {
        return Optional.ofNullable(change.detail().getJsonObject("before")).flatMap(FeedEntry::place);
    }

    private static Optional<ChatPlace> place(JsonObject before) {
        return id(before, "inboxId")
                .map(inbox -> new ChatPlace(
                        inbox,
                        id(before, "assigneeId").orElse(null),
                        id(before, "teamId").orElse(null)));
    }

    private static Optional<UUID> id(JsonObject before, String field) {
        return Optional.ofNullable(before.getString(field)).flatMap(Ids::parse);
    }
}
