package dev.sharedinbox.channel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("BusinessNumber")
@Description("One of our WhatsApp numbers.")
public record BusinessNumberView(
        @Id @Description("Opaque id.") String id,

        @Description("The number as people read it, such as +1 650 555 0100.")
        String displayPhone,

        @Description("What the workspace calls it; empty when unnamed.")
        String name) {}
