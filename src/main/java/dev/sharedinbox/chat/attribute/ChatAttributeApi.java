package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.chat.deed.ChatDeedService;
import dev.sharedinbox.chat.deed.ChatPayload;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/// Chat attributes. Everybody sees what there is; changing that takes the permission `TAG_MANAGE`, setting values of a
/// chat `CHAT_EDIT`.
@GraphQLApi
public class ChatAttributeApi {

    private final Viewers viewers;
    private final ChatAttributes attributes;
    private final AttributeService service;
    private final ValueCheck values;
    private final ChatDeedService deeds;

    ChatAttributeApi(
            Viewers viewers,
            ChatAttributes attributes,
            AttributeService service,
            ValueCheck values,
            ChatDeedService deeds) {
        this.viewers = viewers;
        this.attributes = attributes;
        this.service = service;
        this.values = values;
        this.deeds = deeds;
    }

    @Query
    @Description("What users can say of chats, by label.")
    public Uni<List<@NonNull ChatAttributeView>> chatAttributes() {
        return viewers.current().chain(viewer -> attributes.of(viewer.workspaceId()));
    }

    @Mutation
    @Description("Make a chat attribute; a workspace has at most 100. CONFLICT when another one has the key.")
    public Uni<ChatAttributePayload> createChatAttribute(@Description("Which one.") CreateChatAttributeInput input) {
        return run(viewer -> service.create(viewer, input));
    }

    @Mutation
    @Description("Change a chat attribute. The values that chats have stay as they are.")
    public Uni<ChatAttributePayload> updateChatAttribute(
            @Description("Which one, and what of it.") UpdateChatAttributeInput input) {
        return run(viewer -> service.update(viewer, input));
    }

    @Mutation
    @Description("Delete a chat attribute. It is gone at once; what chats have for it is removed in the background, a"
            + " batch at a time, and each chat tells of it as chat.updated.")
    public Uni<ChatAttributePayload> deleteChatAttribute(@Description("Which one.") DeleteChatAttributeInput input) {
        return run(viewer -> service.delete(viewer, input.attributeId()));
    }

    @Mutation("setChatAttributes")
    @Description("Set attributes of a chat, all or none: every value that is not as its attribute's type says is an"
            + " error ATTRIBUTE_VALUE_INVALID with its path.")
    public Uni<ChatPayload> setChatAttributes(@Description("Which chat and values.") SetChatAttributesInput input) {
        var done = viewers.current().chain(viewer -> set(viewer, input));
        return Refusals.recover(done, Function.identity(), ChatPayload::refused);
    }

    private Uni<ChatPayload> set(Viewer viewer, SetChatAttributesInput input) {
        viewer.require(Permission.CHAT_EDIT);
        return values.check(viewer.workspaceId(), input.values())
                .chain(checked -> checked.refusals().isEmpty()
                        ? deeds.run(viewer, Permission.CHAT_EDIT, input.chatId(), checked.deed())
                                .map(ChatPayload::of)
                        : Uni.createFrom().item(ChatPayload.refused(Refusals.errors(checked.refusals()))));
    }

    private Uni<ChatAttributePayload> run(Function<Viewer, Uni<ChatAttributeView>> deed) {
        return Refusals.recover(
                viewers.current().chain(deed::apply), ChatAttributePayload::of, ChatAttributePayload::refused);
    }
}
