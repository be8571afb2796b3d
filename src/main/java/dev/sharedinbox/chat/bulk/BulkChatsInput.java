package dev.sharedinbox.chat.bulk;

import dev.sharedinbox.chat.list.ChatFilterInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("BulkChatsInput")
@Description(
        "A deed on many chats: those of chatIds, or else those that spaceId, filter or filterText, and search let pass"
                + " now, all of those that are given.")
public record BulkChatsInput(
        @Id @Description("The client's own key, 1 to 100 characters: the same key gives the same job again.")
        String clientRequestId,

        @Description("What to do.") BulkDeed deed,

        @Nullable @Id @Description("1 to 1,000 chats; not together with a space, a filter or a search.")
        List<@NonNull String> chatIds,

        @Nullable @Description("Which chats; at most 10,000 may fit.")
        ChatFilterInput filter,

        @Nullable @Description("The filter as text instead; see chats.")
        String filterText,

        @Nullable @Id @Description("A space whose filter and search must hold, too.")
        String spaceId,

        @Nullable @Description("Parts of the customer's name in any order, or any part of the phone number in any form.")
        String search,

        @Nullable @Id @Description("For ASSIGN: the user; null or left out: nobody.")
        String userId,

        @Nullable @Id
        @Description("For ASSIGN: the team; null or left out: each chat keeps its team. For ASSIGN_TEAM: the team; null"
                + " or left out: none.")
        String teamId,

        @Nullable @Id @Description("For ADD_TAGS and REMOVE_TAGS: 1 to 50 tags.")
        List<@NonNull String> tagIds) {}
