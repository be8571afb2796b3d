package dev.sharedinbox.channel.event;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("AccountEventTemplate")
@Description("The message template that an account event is about.")
public record AccountEventTemplateView(
        @Nullable @Id @Description("WhatsApp's id of it; null when WhatsApp did not say.")
        String providerId,

        @Description("Its name.") String name,
        @Description("Its language, such as en_US.") String language) {}
