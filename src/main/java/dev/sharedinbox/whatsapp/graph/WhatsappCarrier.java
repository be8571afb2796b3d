package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.channel.GraphAccess;
import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.chat.sending.OutgoingMessages;
import dev.sharedinbox.chat.sending.OutgoingText;
import dev.sharedinbox.delivery.Carrier;
import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.delivery.Outcome;
import dev.sharedinbox.delivery.OutgoingDelivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Sends over Meta's Graph API. Meta knows no idempotency key, so one call is made, and only one.
@ApplicationScoped
class WhatsappCarrier implements Carrier {

    private final GraphClient client;
    private final GraphConfig config;
    private final GraphAnswers answers;
    private final Plugins plugins;
    private final OutgoingMessages messages;

    WhatsappCarrier(
            @RestClient GraphClient client,
            GraphConfig config,
            GraphAnswers answers,
            Plugins plugins,
            OutgoingMessages messages) {
        this.client = client;
        this.config = config;
        this.answers = answers;
        this.plugins = plugins;
        this.messages = messages;
    }

    @Override
    public Uni<Outcome> send(OutgoingDelivery delivery) {
        return Uni.combine()
                .all()
                .unis(
                        plugins.graphAccess(delivery.workspaceId(), delivery.businessNumberId()),
                        messages.read(delivery.workspaceId(), delivery.messageId()))
                .asTuple()
                .onFailure()
                .transform(NothingSentException::new)
                .chain(ready -> hasAddress(ready.getItem2()) ? call(ready.getItem1(), ready.getItem2()) : noAddress())
                .onFailure()
                .recoverWithItem(answers::ofFailure);
    }

    private Uni<Outcome> call(GraphAccess access, OutgoingText message) {
        return client.send(url(access), "Bearer " + access.accessToken(), GraphMessage.of(message))
                .map(answers::ofBody);
    }

    private static boolean hasAddress(OutgoingText message) {
        return message.phone() != null || message.bsuid() != null;
    }

    private static Uni<Outcome> noAddress() {
        return Uni.createFrom()
                .item(new Outcome.Refused(new Failure(
                        "NO_ADDRESS",
                        "No way to reach the customer",
                        null,
                        "Neither a phone number nor a WhatsApp id of the customer is known.",
                        false)));
    }

    /// Read anew for each call: in the worlds with a simulator the port is known only once the server listens.
    private String url(GraphAccess access) {
        var base = ConfigProvider.getConfig().getValue("inbox.whatsapp.graph.base-url", String.class);
        return base + "/" + config.version() + "/" + access.providerNumberId() + "/messages";
    }
}
