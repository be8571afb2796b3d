package dev.sharedinbox.channel.event;

import dev.sharedinbox.channel.BusinessNumberView;
import io.smallrye.graphql.api.Nullable;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("AccountEvent")
@Description("Something WhatsApp told about an account, a number or a template: what administrators must know.")
public record AccountEventView(
        @Id @Description("Opaque id.") String id,
        @Description("What it is about.") AccountEventKind kind,
        @Description("How much it matters.") AccountEventSeverity severity,
        @Description("What happened, in a sentence.") String summary,

        @Description("The name of the connected WhatsApp account it is about.")
        String plugin,

        @Nullable @Description("The number it is about; null when it is about the whole account.")
        BusinessNumberView businessNumber,

        @Nullable @Description("The template it is about; null when it is about none.")
        AccountEventTemplateView template,

        @Description("What WhatsApp sent, word for word.") JsonObject detail,

        @Description("When it happened, as far as WhatsApp says; else when it came.")
        Instant occurredAt,

        @Description("When it was recorded.") Instant recordedAt) {}
