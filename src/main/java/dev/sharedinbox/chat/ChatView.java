package dev.sharedinbox.chat;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.channel.InboxView;
import dev.sharedinbox.chat.message.MessagePreviewView;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.team.TeamView;
import dev.sharedinbox.team.UserView;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Chat")
@Description("One conversation of a contact with a business number, from open to closed.")
public record ChatView(
        @Id @Description("Opaque id.") String id,
        @Description("The chat's state.") ChatStatus status,
        @Description("The inbox it is in.") InboxView inbox,
        @Description("The number the customer writes to.") BusinessNumberView businessNumber,
        @Description("The customer.") ContactView contact,

        @Nullable @Description("The user it is assigned to.")
        UserView assignee,

        @Nullable @Description("The team it is assigned to.")
        TeamView team,

        @Description("Its tags, by name.") List<@NonNull TagView> tags,

        @Description("What users have said of it, by the attribute's label; only attributes with a value.")
        List<@NonNull ChatAttributeValueView> attributes,

        @Description("How many incoming messages nobody has read.")
        int unreadCount,

        @Description("Whether it has unread messages or was marked unread.")
        boolean unread,

        @Nullable @Description("Its newest message; null only before the first.")
        MessagePreviewView lastMessage,

        @Description("When anything was last written in it.")
        Instant lastActivityAt,

        @Nullable @Description("When the customer last wrote in it; null when they never did.")
        Instant lastInboundAt,

        @Nullable @Description("Since when the customer waits for an answer; null when they don't.")
        Instant waitingSince,

        @Description("When it began.") Instant startedAt,

        @Nullable @Description("When it was closed; null while it is not.")
        Instant closedAt,

        @Description("Whether free-form messages may be sent.")
        SessionWindowView session,

        @Nullable @Description("What brought the customer: the referral of the chat's earliest message that has one; null when"
                + " they came by themselves.")
        ReferralView referral) {

    ChatView with(SessionWindowView other) {
        return new ChatView(
                id,
                status,
                inbox,
                businessNumber,
                contact,
                assignee,
                team,
                tags,
                attributes,
                unreadCount,
                unread,
                lastMessage,
                lastActivityAt,
                lastInboundAt,
                waitingSince,
                startedAt,
                closedAt,
                other,
                referral);
    }
}
