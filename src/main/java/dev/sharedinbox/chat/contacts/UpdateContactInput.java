package dev.sharedinbox.chat.contacts;

import io.smallrye.graphql.api.Nullable;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("UpdateContactInput")
@Description("What users know about a customer. What is left out stays.")
public record UpdateContactInput(
        @Id @Description("The customer.") String contactId,

        @Nullable @Description("What to call them, at most 200 characters; null or empty goes back to the WhatsApp name.")
        String name,

        @Nullable @Description("All their attributes, in place of the former ones: an object of texts, at most 50.")
        JsonObject attributes) {}
