package dev.sharedinbox.chat;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.platform.Ids;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the change log says of chats and messages that their rows, which go on changing, do not tell.
public final class ChatChanges {

    private static final String BEFORE = "before";
    private static final String INBOX_ID = "inboxId";
    private static final String ASSIGNEE_ID = "assigneeId";
    private static final String TEAM_ID = "teamId";
    private static final String CLOSES_AT = "closesAt";
    private static final String OBSERVED = "observed";
    private static final String MISSED = "missed";
    private static final String FAILED = "failed";

    private ChatChanges() {}

    /// A chat is given to a user, or to nobody, and perhaps to another team.
    ///
    /// @param before the chat as it stood before
    public static NewChange assigned(LockedChat before, @Nullable UUID assignee) {
        var place = new JsonObject()
                .put(INBOX_ID, before.place().inboxId().toString())
                .put(ASSIGNEE_ID, text(before.place().assigneeId()))
                .put(TEAM_ID, text(before.place().teamId()));
        return NewChange.chat(ChangeType.CHAT_UPDATED, before.id())
                .with(new JsonObject().put(BEFORE, place).put(ASSIGNEE_ID, text(assignee)));
    }

    /// The user who got the chat by a change; empty when nobody did, or when it was theirs already.
    public static Optional<UUID> newAssignee(Change change) {
        return id(change.detail())
                .filter(assignee -> id(change.detail().getJsonObject(BEFORE, new JsonObject()))
                        .filter(assignee::equals)
                        .isEmpty());
    }

    /// The session window of a chat closes soon.
    public static NewChange closing(UUID chatId, Instant closesAt) {
        return NewChange.chat(ChangeType.SESSION_CLOSING, chatId)
                .with(new JsonObject().put(CLOSES_AT, closesAt.toString()));
    }

    /// When the window closes that a change says is about to.
    public static Optional<Instant> closesAt(Change change) {
        return Optional.ofNullable(change.detail().getInstant(CLOSES_AT));
    }

    /// A message came that somebody else on the same number answers.
    public static NewChange observed(UUID chatId, UUID messageId) {
        return marked(ChangeType.MESSAGE_CREATED, chatId, messageId, OBSERVED);
    }

    /// Whether a change is about a message that is for somebody else to answer.
    public static boolean isObserved(Change change) {
        return change.detail().getBoolean(OBSERVED, false);
    }

    /// A call turned out to be missed.
    public static NewChange missed(UUID chatId, UUID messageId) {
        return marked(ChangeType.MESSAGE_UPDATED, chatId, messageId, MISSED);
    }

    /// Whether a change made a call a missed one.
    public static boolean isMissed(Change change) {
        return change.detail().getBoolean(MISSED, false);
    }

    /// A message failed to reach its customer.
    public static NewChange failed(UUID chatId, UUID messageId) {
        return marked(ChangeType.MESSAGE_STATUS, chatId, messageId, FAILED);
    }

    /// Whether a change made a message a failed one.
    public static boolean isFailed(Change change) {
        return change.detail().getBoolean(FAILED, false);
    }

    private static NewChange marked(ChangeType type, UUID chatId, UUID messageId, String mark) {
        return NewChange.message(type, chatId, messageId).with(new JsonObject().put(mark, true));
    }

    private static Optional<UUID> id(JsonObject detail) {
        return Optional.ofNullable(detail.getString(ASSIGNEE_ID)).flatMap(Ids::parse);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
