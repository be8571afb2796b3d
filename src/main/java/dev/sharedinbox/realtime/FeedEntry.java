package dev.sharedinbox.realtime;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.MessageView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.ChatPlace;
import dev.sharedinbox.team.UserView;
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
/// @param json the event as clients get it
record FeedEntry(
        Change change,
        @Nullable ChatPlace place,
        @Nullable ChatView chat,
        @Nullable MessageView message,
        @Nullable UserView user,
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
        if (change.userId() != null && !viewer.userId().equals(change.userId())) {
            return Sight.HIDDEN;
        }
        if (change.type() == ChangeType.ACCESS_CHANGED) {
            return change.userId() == null ? Sight.HIDDEN : Sight.ACCESS_CHANGED;
        }
        if (user != null) {
            return topic instanceof Topic.AllChats ? Sight.SHOWN : Sight.HIDDEN;
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
        return newer == null || newer.equals(place) ? this : new FeedEntry(change, newer, chat, message, user, json);
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
