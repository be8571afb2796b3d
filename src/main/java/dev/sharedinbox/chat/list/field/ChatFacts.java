package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.chat.ChatAttributeValueView;
import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.ChatTraits;
import dev.sharedinbox.chat.FullChat;
import dev.sharedinbox.chat.ReferralSource;
import dev.sharedinbox.chat.ReferralView;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.team.access.ChatPlace;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything about a chat that a filter may ask, in memory.
///
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
        @Nullable Instant closedAt,
        @Nullable Instant sessionExpiresAt,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String adSourceId,
        @Nullable String adClickId,
        Map<String, ChatAttributeValueView> attributes,
        ChatTraits traits) {

    /// What a filter may ask of a chat that was read.
    public static ChatFacts of(FullChat full) {
        var entry = full.entry();
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
                view.closedAt(),
                view.session().expiresAt(),
                view.contact().phone(),
                view.contact().username(),
                adSourceId(view.referral()),
                adClickId(view.referral()),
                view.attributes().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(ChatAttributeValueView::attributeId, Function.identity())),
                full.traits());
    }

    /// What is not an advertisement has an id of something else.
    private static @Nullable String adSourceId(@Nullable ReferralView referral) {
        return referral == null || referral.sourceType() != ReferralSource.AD ? null : referral.sourceId();
    }

    private static @Nullable String adClickId(@Nullable ReferralView referral) {
        return referral == null ? null : referral.adClickId();
    }
}
