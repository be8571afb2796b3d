package dev.sharedinbox.change;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of facts in the change log. Their words are part of the contract with every live client.
public enum ChangeType {
    /// A chat began.
    CHAT_CREATED("chat.created"),
    /// A chat's status, assignee, team, tags, attributes or contact changed.
    CHAT_UPDATED("chat.updated"),
    /// A chat was marked read or unread.
    CHAT_READ("chat.read"),
    /// A message was stored, incoming or outgoing.
    MESSAGE_CREATED("message.created"),
    /// A message's content or annotations changed.
    MESSAGE_UPDATED("message.updated"),
    /// An outgoing message's delivery status moved.
    MESSAGE_STATUS("message.status"),
    /// The session window of a chat that is not closed is about to close.
    SESSION_CLOSING("session.closing"),
    /// The session window of a chat that is not closed has closed.
    SESSION_CLOSED("session.closed"),
    /// The carrier told something about an account that administrators should know.
    ACCOUNT_EVENT("account.event"),
    /// What the carrier thinks of a business number, or of the account behind it, changed.
    NUMBER_UPDATED("number.updated"),
    /// A message template's status, quality, category or content changed.
    TEMPLATE_UPDATED("template.updated"),
    /// What everybody may know of a user changed, such as their availability. The detail names the user.
    USER_UPDATED("user.updated"),
    /// A space was made, or its label, filter, order or sharing changed. The detail names the space.
    SPACE_UPDATED("space.updated"),
    /// A space was deleted, or is no longer shared with some. The detail names it and those who saw it.
    SPACE_DELETED("space.deleted"),
    /// A user arranged their spaces anew. That user alone is told.
    SPACE_ARRANGED("space.arranged"),
    /// A tag was made or changed. The detail names the tag.
    TAG_UPDATED("tag.updated"),
    /// A tag was deleted; chats that have it lose it soon. The detail names the tag.
    TAG_DELETED("tag.deleted"),
    /// A chat attribute was made or changed. The detail names it.
    ATTRIBUTE_UPDATED("attribute.updated"),
    /// A chat attribute was deleted; chats lose their values soon. The detail names it.
    ATTRIBUTE_DELETED("attribute.deleted"),
    /// A deed on many chats went on or ended. Its owner alone is told; the detail names the job.
    BULK_UPDATED("bulk.updated"),
    /// A user wants other notifications than before. That user alone is told.
    NOTIFICATION_SETTINGS_UPDATED("notificationSettings.updated"),
    /// A user's role, teams, sign-in or time zone changed, so what they see may have changed.
    ACCESS_CHANGED("access.changed"),
    /// A fact that only a newer version knows, met while nodes are upgraded one by one. Never written; nobody is told.
    UNKNOWN("unknown");

    private static final Map<String, ChangeType> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ChangeType::word, Function.identity()));

    private final String word;

    ChangeType(String word) {
        this.word = word;
    }

    /// The word in the log and on the wire, such as `message.created`.
    public String word() {
        return word;
    }

    /// The type of a word of the log.
    public static ChangeType of(String word) {
        return BY_WORD.getOrDefault(word, UNKNOWN);
    }
}
