package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.chat.ChatAttributeValueView;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.Direction;
import dev.sharedinbox.team.ChatPlace;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything about a chat that a filter may ask, in memory.
///
/// @param searchName the customer's name without accents and case
/// @param attributes the values of its attributes by the attribute's id
public record ChatFacts(
        ChatStatus status,
        ChatPlace place,
        UUID businessNumberId,
        Set<UUID> tagIds,
        boolean unread,
        int unreadCount,
        @Nullable Direction lastMessageDirection,
        @Nullable Instant waitingSince,
        Instant lastActivityAt,
        @Nullable Instant lastInboundAt,
        Instant startedAt,
        @Nullable Instant sessionExpiresAt,
        String searchName,
        @Nullable String phone,
        Map<String, ChatAttributeValueView> attributes) {

    /// What a filter may ask of a chat that was read.
    public static ChatFacts of(ChatEntry entry) {
        var view = entry.view();
        var last = view.lastMessage();
        return new ChatFacts(
                view.status(),
                entry.place(),
                UUID.fromString(view.businessNumber().id()),
                view.tags().stream().map(tag -> UUID.fromString(tag.id())).collect(Collectors.toUnmodifiableSet()),
                view.unread(),
                view.unreadCount(),
                last == null ? null : last.direction(),
                view.waitingSince(),
                view.lastActivityAt(),
                view.lastInboundAt(),
                view.startedAt(),
                view.session().expiresAt(),
                entry.searchName(),
                view.contact().phone(),
                view.attributes().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                ChatAttributeValueView::attributeId, Function.identity())));
    }
}
