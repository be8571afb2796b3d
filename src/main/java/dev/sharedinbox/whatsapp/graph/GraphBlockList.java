package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.channel.GraphAccess;
import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.chat.contacts.block.BlockList;
import dev.sharedinbox.chat.contacts.block.BlockOutcome;
import dev.sharedinbox.chat.contacts.block.BlockTarget;
import dev.sharedinbox.delivery.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The block list of a business number at Meta.
@ApplicationScoped
class GraphBlockList implements BlockList {

    private final GraphClient client;
    private final GraphConfig config;
    private final Plugins plugins;

    GraphBlockList(@RestClient GraphClient client, GraphConfig config, Plugins plugins) {
        this.client = client;
        this.config = config;
        this.plugins = plugins;
    }

    @Override
    public Uni<BlockOutcome> add(BlockTarget target) {
        return call(target, client::block);
    }

    @Override
    public Uni<BlockOutcome> remove(BlockTarget target) {
        return call(target, client::unblock);
    }

    private Uni<BlockOutcome> call(BlockTarget target, Call call) {
        if (target.phone() == null && target.bsuid() == null) {
            return Uni.createFrom().item(new BlockOutcome.Refused(noAddress()));
        }
        return plugins.graphAccess(target.workspaceId(), target.businessNumberId())
                .onFailure()
                .transform(NothingSentException::new)
                .chain(access -> call.make(url(access), "Bearer " + access.accessToken(), GraphBlock.of(target)))
                .map(BlockAnswers::ofBody)
                .onFailure()
                .recoverWithItem(BlockAnswers::ofFailure);
    }

    private static Failure noAddress() {
        return new Failure(
                "NO_ADDRESS",
                "WhatsApp knows no such person",
                null,
                "Only people can be blocked whose number or WhatsApp id is known.",
                false);
    }

    /// Read anew for each call: in the worlds with a simulator the port is known only once the server listens.
    private String url(GraphAccess access) {
        var base = ConfigProvider.getConfig().getValue("inbox.whatsapp.graph.base-url", String.class);
        return base + "/" + config.version() + "/" + access.providerNumberId() + "/block_users";
    }

    /// One of the two calls.
    @FunctionalInterface
    private interface Call {
        Uni<String> make(String url, String authorization, GraphBlock users);
    }
}
