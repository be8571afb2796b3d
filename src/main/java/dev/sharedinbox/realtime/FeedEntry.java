package dev.sharedinbox.realtime;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.MessageView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.list.ListRow;
import dev.sharedinbox.realtime.list.Past;
import dev.sharedinbox.realtime.list.Sighting;
import dev.sharedinbox.space.SpaceChanges;
import dev.sharedinbox.team.ChatPlace;
import dev.sharedinbox.team.Viewer;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change together with what its chat and message looked like when it was read, rendered once for all listeners.
/// It is content without an access check: ask [#sightOf] before handing any of it out.
///
/// @param change the fact
/// @param place where the chat stands now; null when the fact is about no chat, or about one that is gone
/// @param aside what it shows that is not a chat
/// @param row the chat as a row of lists; null when there is no chat
/// @param past how the chat was before, as far as lists may rely on it
/// @param json the event as clients get it
record FeedEntry(
        Change change,
        @Nullable ChatPlace place,
        @Nullable ChatView chat,
        @Nullable MessageView message,
        Aside aside,
        @Nullable ListRow row,
        Past past,
        String json) {

    /// What a viewer gets of a change.
    enum Sight {
        /// All of it.
        SHOWN,
        /// That the chat is no longer theirs to see, and nothing else.
        LEFT,
        /// Nothing.
        HIDDEN,
        /// It changed what they may see at all.
        ACCESS_CHANGED
    }

    long position() {
        return change.position();
    }

    /// Decide what the viewer gets, by where the chat stands now and, for those who lose it, where it stood before.
    Sight sightOf(Viewer viewer, Topic topic) {
        var chatId = change.chatId();
        if (change.type() == ChangeType.UNKNOWN
                || (change.userId() != null && !viewer.userId().equals(change.userId()))) {
            return Sight.HIDDEN;
        }
        if (change.type() == ChangeType.ACCESS_CHANGED) {
            return change.userId() == null ? Sight.HIDDEN : Sight.ACCESS_CHANGED;
        }
        if (chatId == null && topic instanceof Topic.AllChats && aside.isFor(viewer, change.type())) {
            return Sight.SHOWN;
        }
        if (chatId == null || place == null || !topic.includes(chatId)) {
            return Sight.HIDDEN;
        }
        if (viewer.scope().allows(place)) {
            return Sight.SHOWN;
        }
        return placeBefore().filter(viewer.scope()::allows).isPresent() ? Sight.LEFT : Sight.HIDDEN;
    }

    /// The same entry for a chat that has moved since it was read.
    FeedEntry at(@Nullable ChatPlace newer) {
        return newer == null || newer.equals(place)
                ? this
                : new FeedEntry(change, newer, chat, message, aside, row, past, json);
    }

    /// The same entry, now that it is known how its chat was before.
    FeedEntry after(Past known) {
        return new FeedEntry(change, place, chat, message, aside, row, known, json);
    }

    /// What lists make of it; empty when it is about no chat.
    Optional<Sighting> sighting() {
        var chatId = change.chatId();
        return chatId == null ? Optional.empty() : Optional.of(new Sighting(chatId, place, row, past, placeBefore()));
    }

    /// The user whose view of everything it changed, if it did.
    Optional<UUID> accessChangedOf() {
        return change.type() == ChangeType.ACCESS_CHANGED ? Optional.ofNullable(change.userId()) : Optional.empty();
    }

    /// The space whose lists are other ones now, if it changed one.
    Optional<UUID> listChangedOf() {
        return SpaceChanges.listChangedBy(change);
    }

    /// The user who arranged their spaces anew, if one did.
    Optional<UUID> arrangedBy() {
        return SpaceChanges.arrangedBy(change);
    }

    private Optional<ChatPlace> placeBefore() {
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
