package dev.sharedinbox.notification;

import dev.sharedinbox.change.Change;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.SessionState;
import dev.sharedinbox.chat.message.DeliveryStatus;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.chat.message.SenderKind;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.People;
import dev.sharedinbox.team.UserView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what changes may notify people of. A change says what happened, its chat and message how they are by now: what
/// is over by now, such as a wait that has ended or a failure that was none after all, is no news.
@ApplicationScoped
public class Notices {

    private static final String MISSED = "MISSED";

    private final People people;

    Notices(People people) {
        this.people = people;
    }

    /// Finds the notice of one change.
    @FunctionalInterface
    public interface Finder {

        /// The notice of a change that shows this chat and, when it is about one, this message.
        Optional<Notice> of(Change change, ChatView chat, @Nullable MessageView message);
    }

    /// Read what it takes to find the notices of these changes: nothing, unless chats are given to people.
    public Uni<Finder> of(UUID workspaceId, List<Change> changes) {
        var givers = changes.stream()
                .filter(change -> ChatChanges.newAssignee(change).isPresent())
                .flatMap(change -> change.by().stream())
                .collect(Collectors.toUnmodifiableSet());
        return people.byId(workspaceId, givers)
                .map(known -> (change, chat, message) ->
                        news(change, chat, message, known).map(news -> news.about(change, chat)));
    }

    private static Optional<News> news(
            Change change, ChatView chat, @Nullable MessageView message, Map<UUID, UserView> people) {
        return switch (change.type()) {
            case MESSAGE_CREATED -> Optional.ofNullable(message).flatMap(created -> written(change, created));
            case MESSAGE_UPDATED -> Optional.ofNullable(message).flatMap(call -> missed(change, call));
            case MESSAGE_STATUS -> Optional.ofNullable(message).flatMap(sent -> failed(change, sent));
            case CHAT_UPDATED -> assigned(change, people);
            case SESSION_CLOSING -> closing(change, chat);
            default -> Optional.empty();
        };
    }

    /// A call that came is no news yet: somebody may take it.
    private static Optional<News> written(Change change, MessageView message) {
        return message.sender().kind() == SenderKind.CUSTOMER
                        && message.type() != MessageType.CALL
                        && message.revokedAt() == null
                        && !ChatChanges.isObserved(change)
                ? Optional.of(new News(NotificationKind.MESSAGE, null, Wording.of(message)))
                : Optional.empty();
    }

    private static Optional<News> missed(Change change, MessageView call) {
        return ChatChanges.isMissed(change) && MISSED.equals(call.content().getString("status", ""))
                ? Optional.of(new News(NotificationKind.MISSED_CALL, null, "Missed call"))
                : Optional.empty();
    }

    private static Optional<News> failed(Change change, MessageView message) {
        return ChatChanges.isFailed(change) && message.status() == DeliveryStatus.FAILED
                ? Optional.ofNullable(message.sender().user())
                        .flatMap(sender -> Ids.parse(sender.id()))
                        .map(sender -> new News(NotificationKind.MESSAGE_FAILED, sender, Wording.ofFailure(message)))
                : Optional.empty();
    }

    private static Optional<News> assigned(Change change, Map<UUID, UserView> people) {
        return ChatChanges.newAssignee(change)
                .flatMap(assignee -> change.by()
                        .filter(giver -> !giver.equals(assignee))
                        .map(giver ->
                                new News(NotificationKind.CHAT_ASSIGNED, assignee, Wording.ofGift(people.get(giver)))));
    }

    private static Optional<News> closing(Change change, ChatView chat) {
        var session = chat.session();
        return chat.waitingSince() != null
                        && session.state() == SessionState.OPEN
                        && ChatChanges.closesAt(change)
                                .filter(at -> at.equals(session.expiresAt()))
                                .isPresent()
                ? Optional.of(new News(
                        NotificationKind.SESSION_CLOSING,
                        null,
                        "Waits for an answer, and the session window closes soon."))
                : Optional.empty();
    }

    /// What there is to say, before it is said of whom.
    private record News(NotificationKind kind, @Nullable UUID addressee, String body) {

        Notice about(Change change, ChatView chat) {
            return new Notice(addressee, new NotificationView(id(change), kind, Wording.title(chat.contact()), body));
        }

        /// Made of the change, so that whoever tells it says the same; no two changes of a kind are written at once
        /// about the same.
        private String id(Change change) {
            return UUID.nameUUIDFromBytes((kind + " " + change.chatId() + change.messageId() + change.recordedAt())
                            .getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }
}
