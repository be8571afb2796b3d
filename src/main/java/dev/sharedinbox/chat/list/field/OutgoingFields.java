package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.chat.ChatTraits.Outgoing;
import dev.sharedinbox.chat.message.DeliveryStatus;
import dev.sharedinbox.filter.EnumField;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.NumberField;
import dev.sharedinbox.filter.TimestampField;
import dev.sharedinbox.filter.ViewerField;
import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.platform.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a filter may ask of what we wrote in a chat. The index `message_outgoing` leads to the newest of it,
/// so a chat is answered by one message, however many it has.
final class OutgoingFields {

    private static final String NUMBER = "[0-9]{1,18}";

    private OutgoingFields() {}

    static List<Field<ChatFacts>> all() {
        return List.of(
                new EnumField<>(
                        "lastOutgoingStatus",
                        "Status of our last message",
                        column("m.status", sent -> sent.status().name()),
                        List.of(
                                option(DeliveryStatus.QUEUED, "Waiting"),
                                option(DeliveryStatus.SENT, "Sent"),
                                option(DeliveryStatus.DELIVERED, "Delivered"),
                                option(DeliveryStatus.READ, "Read"),
                                option(DeliveryStatus.PLAYED, "Played"),
                                option(DeliveryStatus.FAILED, "Failed")),
                        true),
                new NumberField<>(
                        "lastFailureCode",
                        "Error code of our last message",
                        column(
                                "case when m.failure ->> 'code' ~ '^" + NUMBER
                                        + "$' then (m.failure ->> 'code')::numeric end",
                                OutgoingFields::failureCode),
                        true),
                new TimestampField<>(
                        ChatFields.LAST_OUTBOUND_AT, "We last wrote", column("m.sent_at", Outgoing::sentAt), true),
                new ViewerField<>("participating", "I wrote in it", ParticipatingColumn::new));
    }

    private static Field.Option option(DeliveryStatus status, String label) {
        return new Field.Option(status.name(), label);
    }

    /// Our own words for failures are no numbers.
    private static @Nullable BigDecimal failureCode(Outgoing sent) {
        var code = sent.failureCode();
        return code == null || !code.matches(NUMBER) ? null : new BigDecimal(code);
    }

    private static <V> Column<ChatFacts, V> column(String expression, Function<Outgoing, @Nullable V> value) {
        return Column.of(
                "(select " + expression + " from message m where m.workspace_id = c.workspace_id and m.chat_id = c.id"
                        + " and m.direction = 'OUTGOING' order by m.sent_at desc, m.seq desc limit 1)",
                facts -> {
                    var sent = facts.traits().lastOutgoing().orElse(null);
                    return sent == null ? null : value.apply(sent);
                });
    }

    /// Whether a user wrote in the chat.
    private record ParticipatingColumn(UUID userId) implements Column<ChatFacts, Boolean> {

        @Override
        public String sql(Sql sql, Instant now) {
            return "exists (select from message m where m.workspace_id = c.workspace_id and m.chat_id = c.id"
                    + " and m.sender_user_id = " + sql.bind(userId) + "::uuid offset 0)";
        }

        @Override
        public Boolean value(ChatFacts facts, Instant now) {
            return facts.traits().writers().contains(userId);
        }
    }
}
