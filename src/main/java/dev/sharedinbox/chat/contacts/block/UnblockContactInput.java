package dev.sharedinbox.chat.contacts.block;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("UnblockContactInput")
@Description("Whom to unblock.")
public record UnblockContactInput(
        @Id @Description("The customer.") String contactId,

        @Nullable @Id @Description("The number that unblocks them; every one that blocks them when left out.")
        String businessNumberId) {}
