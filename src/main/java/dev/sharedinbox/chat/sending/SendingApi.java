package dev.sharedinbox.chat.sending;

import dev.sharedinbox.platform.Arguments;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/// Sending messages over GraphQL.
@GraphQLApi
public class SendingApi {

    private final Viewers viewers;
    private final SendingService service;

    SendingApi(Viewers viewers, SendingService service) {
        this.viewers = viewers;
        this.service = service;
    }

    @Mutation
    @Description(
            "Send a message in a chat. The answer comes when it is stored, before WhatsApp has it; its status follows"
                    + " as changes. The same clientMessageId never sends twice.")
    public Uni<SendMessagePayload> sendMessage(
            @Description("What to send, and where.") SendMessageInput input, Context context) {
        var checkAssignee = Arguments.isGiven(context, "expectedAssignee");
        var sent = viewers.current().chain(viewer -> service.send(viewer, NewText.of(input, checkAssignee)));
        return Refusals.recover(sent, SendMessagePayload::of, SendMessagePayload::refused);
    }

    @Mutation
    @Description("Send a failed message again, as the same message.")
    public Uni<RetryMessagePayload> retryMessage(@Description("Which one.") RetryMessageInput input) {
        var sent = viewers.current().chain(viewer -> service.retry(viewer, input.messageId()));
        return Refusals.recover(sent, RetryMessagePayload::of, RetryMessagePayload::refused);
    }
}
