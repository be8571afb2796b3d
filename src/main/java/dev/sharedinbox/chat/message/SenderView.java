package dev.sharedinbox.chat.message;

import dev.sharedinbox.team.UserView;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("Sender")
@Description("Who wrote a message.")
public record SenderView(
        @Description("What kind of author.") SenderKind kind,

        @Nullable @Description("The user, when the author is one.")
        UserView user) {}
