package dev.sharedinbox.chat.deed;

import static dev.sharedinbox.platform.Arguments.isGiven;

import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/// What users do to a chat, over GraphQL. Every deed may be repeated: what is already so stays so.
@GraphQLApi
public class ChatDeedApi {

    private final Viewers viewers;
    private final ChatDeedService service;
    private final ChatDeeds deeds;

    ChatDeedApi(Viewers viewers, ChatDeedService service, ChatDeeds deeds) {
        this.viewers = viewers;
        this.service = service;
        this.deeds = deeds;
    }

    @Mutation
    @Description("Give a chat to a user, to a team, or to nobody.")
    public Uni<ChatPayload> assignChat(
            @Description("Which chat, and to whom.") AssignChatInput input, Context context) {
        var teamGiven = isGiven(context, "teamId");
        var checkAssignee = isGiven(context, "expectedAssignee");
        return run(Permission.CHAT_ASSIGN, input.chatId(), () -> Assignment.of(input, teamGiven, checkAssignee));
    }

    @Mutation
    @Description("Close a chat: the work on it is done.")
    public Uni<ChatPayload> closeChat(@Description("Which one.") CloseChatInput input) {
        return run(Permission.CHAT_CLOSE, input.chatId(), deeds::close);
    }

    @Mutation
    @Description("Open a closed chat again, unless the customer has another open chat with the same number.")
    public Uni<ChatPayload> reopenChat(@Description("Which one.") ReopenChatInput input) {
        return run(Permission.CHAT_CLOSE, input.chatId(), deeds::reopen);
    }

    @Mutation
    @Description("Say that the team has read a chat.")
    public Uni<ChatPayload> markChatRead(@Description("Which one.") MarkChatReadInput input) {
        return run(Permission.CHAT_EDIT, input.chatId(), deeds::read);
    }

    @Mutation
    @Description("Mark a chat unread, to come back to it.")
    public Uni<ChatPayload> markChatUnread(@Description("Which one.") MarkChatUnreadInput input) {
        return run(Permission.CHAT_EDIT, input.chatId(), deeds::unread);
    }

    @Mutation
    @Description("Put tags on a chat.")
    public Uni<ChatPayload> addChatTags(@Description("Which chat and tags.") AddChatTagsInput input) {
        return run(Permission.CHAT_EDIT, input.chatId(), () -> Tagging.add(input.tagIds()));
    }

    @Mutation
    @Description("Take tags off a chat.")
    public Uni<ChatPayload> removeChatTags(@Description("Which chat and tags.") RemoveChatTagsInput input) {
        return run(Permission.CHAT_EDIT, input.chatId(), () -> Tagging.remove(input.tagIds()));
    }

    private Uni<ChatPayload> run(Permission permission, String chatId, Supplier<Deed> deed) {
        var done = viewers.current().chain(viewer -> service.run(viewer, permission, chatId, deed.get()));
        return Refusals.recover(done, ChatPayload::of, ChatPayload::refused);
    }
}
