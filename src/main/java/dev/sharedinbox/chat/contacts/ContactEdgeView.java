package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.contact.ContactView;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ContactEdge")
@Description("A customer in their place in the list.")
public record ContactEdgeView(
        @Description("The customer.") ContactView node,

        @Description("Continues this list, with the same search, after this place.")
        String cursor) {}
