package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.team.UserView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ContactBlock")
@Description("That one of our numbers has blocked a customer: neither hears from the other.")
public record ContactBlockView(
        @Description("The number.") BusinessNumberView businessNumber,
        @Description("Since when.") Instant since,
        @Description("Who blocked them.") UserView by) {}
