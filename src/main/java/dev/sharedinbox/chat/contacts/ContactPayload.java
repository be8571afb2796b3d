package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ContactPayload")
@Description("What became of a deed on a customer.")
public record ContactPayload(
        @Nullable @Description("The customer after the deed; null when it was refused.")
        ContactView contact,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static ContactPayload of(ContactView contact) {
        return new ContactPayload(contact, List.of());
    }

    /// What is answered when nothing was done.
    public static ContactPayload refused(List<UserErrorView> errors) {
        return new ContactPayload(null, errors);
    }
}
