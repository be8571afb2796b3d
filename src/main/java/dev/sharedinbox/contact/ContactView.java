package dev.sharedinbox.contact;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Contact")
@Description("A customer.")
public record ContactView(
        @Id @Description("Opaque id.") String id,

        @Description("What to call them: the name users gave, else the WhatsApp name; empty when there is neither.")
        String name,

        @Nullable @Description("The phone number in E.164 form; null when WhatsApp hides it.")
        String phone,

        @Nullable @Description("The phone number as people read it, such as +55 11 98765-4321; null when WhatsApp hides it.")
        String displayPhone,

        @Nullable @Description("The WhatsApp user name, which may change hands: display it, never key on it.")
        String username,

        @Description("Whether one of our numbers has blocked them.")
        boolean blocked,

        @Nullable @Description(
                "Since when the customer wants no marketing messages from us, as they told WhatsApp; null when they"
                        + " do not object.")
        Instant marketingOptOutSince) {}
