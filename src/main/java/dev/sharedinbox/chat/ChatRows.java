package dev.sharedinbox.chat;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.channel.InboxView;
import dev.sharedinbox.chat.message.DeliveryStatus;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.chat.message.MessagePreviewView;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.contact.PhoneNumbers;
import dev.sharedinbox.platform.sql.Times;
import dev.sharedinbox.team.Availability;
import dev.sharedinbox.team.TeamView;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.access.ChatPlace;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a chat is read: with everything a list row shows, in one statement, so that a page never asks per row.
public final class ChatRows {

    /// The columns of a chat named `c`, to go between `select` and [#JOINS].
    public static final String COLUMNS = """
            c.id, c.status, c.inbox_id, c.business_number_id, c.contact_id, c.assignee_id, c.team_id, c.unread_count,
            c.unread, c.last_activity_at, c.last_inbound_at, c.waiting_since, c.started_at, c.closed_at,
            c.referral, c.referred_at,
            inbox.name as inbox_name, number.display_phone as number_phone, number.name as number_name,
            contact.display_name as contact_name, contact.phone as contact_phone, contact.username as contact_username,
            exists (select from contact_block b where b.workspace_id = c.workspace_id and b.contact_id = c.contact_id
                and b.blocked) as contact_blocked,
            case when contact.marketing_opt_out then contact.marketing_told_at end as contact_opt_out_since,
            assignee.name as assignee_name, assignee.email as assignee_email, assignee.active as assignee_active,
            assignee.availability as assignee_availability,
            team.name as team_name, session.expires_at as session_expires_at,
            (select entry.expires_at from free_entry_point entry where entry.workspace_id = c.workspace_id
                and entry.business_number_id = c.business_number_id
                and entry.contact_id = c.contact_id) as free_entry_until,
            last.id as last_id, last.seq as last_seq, last.direction as last_direction, last.type as last_type,
            left(last.text, 200) as last_text, last.sent_at as last_sent_at, last.status as last_status,
            (select jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name, 'colour', tag.colour,
                    'description', tag.description) order by tag.name)
                from chat_tag join tag on tag.workspace_id = chat_tag.workspace_id and tag.id = chat_tag.tag_id
                where chat_tag.workspace_id = c.workspace_id and chat_tag.chat_id = c.id) as tags,
            """ + AttributeRows.COLUMN;

    /// What the columns need beside the chat `c`. Each join finds at most one row by a unique key.
    public static final String JOINS = """
            join inbox on inbox.workspace_id = c.workspace_id and inbox.id = c.inbox_id
            join business_number number on number.workspace_id = c.workspace_id and number.id = c.business_number_id
            join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
            left join workspace_user assignee on assignee.workspace_id = c.workspace_id and assignee.id = c.assignee_id
            left join team on team.workspace_id = c.workspace_id and team.id = c.team_id
            left join session_window session on session.workspace_id = c.workspace_id
                and session.business_number_id = c.business_number_id and session.contact_id = c.contact_id
            left join message last on last.workspace_id = c.workspace_id and last.id = c.last_message_id
            """;

    /// Chats of the workspace `$1` by their ids `$2`.
    public static final String BY_ID =
            "select " + COLUMNS + " from chat c " + JOINS + " where c.workspace_id = $1 and c.id = any($2)";

    private ChatRows() {}

    public static ChatEntry entry(Row row, Instant now) {
        var place = new ChatPlace(row.getUUID("inbox_id"), row.getUUID("assignee_id"), row.getUUID("team_id"));
        return new ChatEntry(row.getUUID("id"), place, view(row, now));
    }

    private static ChatView view(Row row, Instant now) {
        return new ChatView(
                row.getUUID("id").toString(),
                ChatStatus.valueOf(row.getString("status")),
                new InboxView(row.getUUID("inbox_id").toString(), row.getString("inbox_name")),
                new BusinessNumberView(
                        row.getUUID("business_number_id").toString(),
                        row.getString("number_phone"),
                        row.getString("number_name")),
                new ContactView(
                        row.getUUID("contact_id").toString(),
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        PhoneNumbers.readable(row.getString("contact_phone")),
                        row.getString("contact_username"),
                        row.getBoolean("contact_blocked"),
                        Times.orNull(row, "contact_opt_out_since")),
                assignee(row),
                team(row),
                tags(row.getJsonArray("tags")),
                AttributeRows.values(row.getJsonArray("attributes")),
                row.getInteger("unread_count"),
                row.getBoolean("unread"),
                lastMessage(row),
                Times.of(row, "last_activity_at"),
                Times.orNull(row, "last_inbound_at"),
                Times.orNull(row, "waiting_since"),
                Times.of(row, "started_at"),
                Times.orNull(row, "closed_at"),
                SessionWindowView.at(
                        now, Times.orNull(row, "session_expires_at"), Times.orNull(row, "free_entry_until")),
                referral(row.getJsonObject("referral"), row));
    }

    private static @Nullable ReferralView referral(@Nullable JsonObject referral, Row row) {
        return referral == null ? null : ReferralView.of(referral, Times.of(row, "referred_at"));
    }

    private static @Nullable UserView assignee(Row row) {
        UUID id = row.getUUID("assignee_id");
        return id == null
                ? null
                : new UserView(
                        id.toString(),
                        row.getString("assignee_name"),
                        row.getString("assignee_email"),
                        row.getBoolean("assignee_active"),
                        Availability.valueOf(row.getString("assignee_availability")));
    }

    private static @Nullable TeamView team(Row row) {
        UUID id = row.getUUID("team_id");
        return id == null ? null : new TeamView(id.toString(), row.getString("team_name"));
    }

    private static List<TagView> tags(@Nullable JsonArray tags) {
        return tags == null
                ? List.of()
                : tags.stream()
                        .map(JsonObject.class::cast)
                        .map(tag -> new TagView(
                                tag.getString("id"),
                                tag.getString("name"),
                                tag.getString("colour"),
                                tag.getString("description")))
                        .toList();
    }

    private static @Nullable MessagePreviewView lastMessage(Row row) {
        UUID id = row.getUUID("last_id");
        return id == null
                ? null
                : new MessagePreviewView(
                        id.toString(),
                        row.getInteger("last_seq"),
                        Direction.valueOf(row.getString("last_direction")),
                        MessageType.valueOf(row.getString("last_type")),
                        row.getString("last_text"),
                        Times.of(row, "last_sent_at"),
                        DeliveryStatus.orNull(row.getString("last_status")));
    }
}
