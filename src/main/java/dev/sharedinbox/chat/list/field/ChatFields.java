package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.filter.BooleanField;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.EnumField;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.IdField;
import dev.sharedinbox.filter.IdField.Word;
import dev.sharedinbox.filter.NumberField;
import dev.sharedinbox.filter.TagsField;
import dev.sharedinbox.filter.TimestampField;
import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.SetColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields chats can be filtered by. Their SQL is about a chat named `c`; what another table holds is looked up per
/// chat, so that only the chats which the cheaper rules leave are looked up at all.
public final class ChatFields {

    public static final String STATUS = "status";
    public static final String ASSIGNEE = "assignee";
    public static final String INBOX = "inbox";
    public static final String TAGS = "tags";
    public static final String UNREAD = "unread";
    public static final String CONTACT_NAME = "contactName";
    public static final String PHONE = "phone";
    public static final String WAITING_SINCE = "waitingSince";
    public static final String LAST_ACTIVITY_AT = "lastActivityAt";
    public static final String LAST_INBOUND_AT = "lastInboundAt";
    public static final String STARTED_AT = "startedAt";
    public static final String CLOSED_AT = "closedAt";
    public static final String SESSION_STATE = "sessionState";
    public static final String SESSION_EXPIRES_AT = "sessionExpiresAt";
    public static final String LAST_OUTBOUND_AT = "lastOutboundAt";
    public static final String USERNAME = "username";
    public static final String COUNTRY = "country";

    private static final String CHAT_TAGS =
            "chat_tag held where held.workspace_id = c.workspace_id and held.chat_id = c.id";

    private static final List<Field<ChatFacts>> OF_CHATS = List.of(
            new EnumField<>(
                    STATUS,
                    "Status",
                    Column.of("c.status", facts -> facts.status().name()),
                    List.of(
                            option(ChatStatus.OPEN, "Open"),
                            option(ChatStatus.SNOOZED, "Snoozed"),
                            option(ChatStatus.CLOSED, "Closed")),
                    false),
            new IdField<>(
                    ASSIGNEE,
                    "Assigned user",
                    Column.of("c.assignee_id", facts -> facts.place().assigneeId()),
                    List.of(Word.ME, Word.NONE),
                    "users",
                    true),
            new IdField<>(
                    "team",
                    "Assigned team",
                    Column.of("c.team_id", facts -> facts.place().teamId()),
                    List.of(Word.MY_TEAMS, Word.NONE),
                    "teams",
                    true),
            new IdField<>(
                    INBOX,
                    "Chat inbox",
                    Column.of("c.inbox_id", facts -> facts.place().inboxId()),
                    List.of(),
                    "inboxes",
                    false),
            new IdField<>(
                    "businessNumber",
                    "Business number",
                    Column.of("c.business_number_id", ChatFacts::businessNumberId),
                    List.of(),
                    "businessNumbers",
                    false),
            new TagsField<>(TAGS, "Chat tags", new SetColumn<>(CHAT_TAGS, "held.tag_id", ChatFacts::tagIds), "tags"),
            new BooleanField<>(UNREAD, "Unread", Column.of("c.unread", ChatFacts::unread), false),
            new NumberField<>(
                    "unreadCount",
                    "Unread messages",
                    Column.of("c.unread_count", facts -> BigDecimal.valueOf(facts.unreadCount())),
                    false),
            new EnumField<>(
                    "lastMessageDirection",
                    "Last message",
                    Column.of("c.last_message_direction", ChatFields::lastMessageDirection),
                    List.of(option(Direction.INCOMING, "From the customer"), option(Direction.OUTGOING, "From us")),
                    true),
            new TimestampField<>(
                    WAITING_SINCE, "Waiting since", Column.of("c.waiting_since", ChatFacts::waitingSince), true),
            new TimestampField<>(
                    LAST_ACTIVITY_AT,
                    "Last activity",
                    Column.of("c.last_activity_at", ChatFacts::lastActivityAt),
                    false),
            new TimestampField<>(
                    LAST_INBOUND_AT,
                    "Customer last wrote",
                    Column.of("c.last_inbound_at", ChatFacts::lastInboundAt),
                    true),
            new TimestampField<>(STARTED_AT, "Started", Column.of("c.started_at", ChatFacts::startedAt), false),
            new TimestampField<>(CLOSED_AT, "Closed", Column.of("c.closed_at", ChatFacts::closedAt), true),
            new EnumField<>(
                    SESSION_STATE,
                    "24-hour session",
                    new SessionStateColumn(),
                    List.of(new Field.Option("OPEN", "Open"), new Field.Option("CLOSED", "Closed")),
                    false),
            new TimestampField<>(
                    SESSION_EXPIRES_AT,
                    "Session ends",
                    Column.of(SessionStateColumn.EXPIRES_AT, ChatFacts::sessionExpiresAt),
                    true));

    /// Its texts about names are compared as they are, unfolded; see `ChatCatalogues`.
    public static final Catalogue<ChatFacts> CATALOGUE =
            new Catalogue<>(Stream.of(OF_CHATS, OutgoingFields.all(), ContactFields.all(), ReferralFields.all())
                    .flatMap(List::stream)
                    .toList());

    private ChatFields() {}

    private static Field.Option option(Enum<?> value, String label) {
        return new Field.Option(value.name(), label);
    }

    private static @Nullable String lastMessageDirection(ChatFacts facts) {
        var direction = facts.lastMessageDirection();
        return direction == null ? null : direction.name();
    }

    /// The customer's name, compared without accents and case.
    ///
    /// @param fold folds the text of a rule as PostgreSQL has folded the names
    public static Field<ChatFacts> contactName(UnaryOperator<String> fold) {
        return ContactFields.name(fold);
    }
}
