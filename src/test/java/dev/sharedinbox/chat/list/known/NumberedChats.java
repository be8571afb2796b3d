package dev.sharedinbox.chat.list.known;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.channel.InboxView;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.SessionState;
import dev.sharedinbox.chat.SessionWindowView;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.team.access.ChatPlace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Chats by their numbers, whose unread counts are the positions at which they changed last.
final class NumberedChats {

    static final UUID LIFE = UUID.randomUUID();
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant EARLIER = NOW.minusSeconds(60);

    private NumberedChats() {}

    static News news(UUID life, long since, long head, UUID... chats) {
        return new News(life, since, head, List.of(chats), List.of(), false);
    }

    static UUID id(int chat) {
        return new UUID(0, chat);
    }

    /// Customers have two chats each.
    static UUID customerOf(int chat) {
        return new UUID(1, chat / 2);
    }

    static ChatEntry chat(int chat, long version) {
        var view = new ChatView(
                id(chat).toString(),
                ChatStatus.OPEN,
                new InboxView("inbox", "Inbox"),
                new BusinessNumberView("number", "+1", ""),
                new ContactView(customerOf(chat).toString(), "Ada", null, null, null, false, null),
                null,
                null,
                List.of(),
                List.of(),
                (int) version,
                false,
                null,
                NOW,
                null,
                null,
                NOW,
                null,
                new SessionWindowView(SessionState.CLOSED, null, null),
                null);
        return new ChatEntry(id(chat), new ChatPlace(id(0), null, null), view);
    }
}
