package dev.sharedinbox.chat.contacts.block;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("BlockContactInput")
@Description("Whom to block.")
public record BlockContactInput(
        @Id @Description("The customer.") String contactId,

        @Nullable @Id
        @Description("The number that blocks them; every one they wrote to within the last 24 hours when left out.")
        String businessNumberId) {}
