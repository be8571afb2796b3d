package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.page.BoundedCountView;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatCounts")
@Description("How many chats are in a list and how many of them are unread, counted at the same moment.")
public record ChatCountsView(
        @Description("How many chats.") BoundedCountView total,

        @Description("How many of them are unread.") BoundedCountView unread,

        @Description("The position in the change log that the counts are consistent with.")
        String cursor) {}
