package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.chat.contacts.ContactPayload;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/// Blocking customers, over GraphQL.
@GraphQLApi
public class BlockApi {

    private final Viewers viewers;
    private final BlockService service;
    private final ContactBlocks blocks;

    BlockApi(Viewers viewers, BlockService service, ContactBlocks blocks) {
        this.viewers = viewers;
        this.service = service;
        this.blocks = blocks;
    }

    @Mutation
    @Description(
            "Block a customer at WhatsApp: they reach us no more, nor we them. WhatsApp allows it for 24 hours after"
                    + " they wrote. Who is blocked stays so; after CARRIER_UNCLEAR, do it again.")
    public Uni<ContactPayload> blockContact(@Description("Whom.") BlockContactInput input) {
        return change(input.contactId(), input.businessNumberId(), true);
    }

    @Mutation
    @Description("Unblock a customer at WhatsApp, at any time. After CARRIER_UNCLEAR, do it again.")
    public Uni<ContactPayload> unblockContact(@Description("Whom.") UnblockContactInput input) {
        return change(input.contactId(), input.businessNumberId(), false);
    }

    @Description("The numbers of the viewer's inboxes that have blocked the customer.")
    public Uni<List<@NonNull ContactBlockView>> blocks(@Source ContactView contact) {
        return viewers.current().chain(viewer -> blocks.of(viewer, UUID.fromString(contact.id())));
    }

    private Uni<ContactPayload> change(String contactId, @Nullable String number, boolean blocks) {
        var done = viewers.current().chain(viewer -> service.change(viewer, contactId, number, blocks));
        return Refusals.recover(
                done,
                blocking -> new ContactPayload(blocking.contact().orElse(null), Refusals.errors(blocking.refusals())),
                ContactPayload::refused);
    }
}
