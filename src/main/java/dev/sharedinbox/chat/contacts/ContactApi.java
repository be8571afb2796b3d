package dev.sharedinbox.chat.contacts;

import static dev.sharedinbox.platform.Arguments.isGiven;

import dev.sharedinbox.chat.list.ChatConnectionView;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/// The customers, over GraphQL.
@GraphQLApi
public class ContactApi {

    private final Viewers viewers;
    private final ContactBook book;
    private final ContactDetails details;
    private final Timelines timelines;
    private final ContactService service;

    ContactApi(Viewers viewers, ContactBook book, ContactDetails details, Timelines timelines, ContactService service) {
        this.viewers = viewers;
        this.book = book;
        this.details = details;
        this.timelines = timelines;
        this.service = service;
    }

    @Query
    @Description(
            "The customers that the viewer may see, by name; of those whom a search finds, the ones whose name begins with"
                    + " what was looked for come first.")
    public Uni<ContactConnectionView> contacts(
            @Nullable @Description(
                            "Parts of the name in any order, or any part of the number in any form, or both: maria 2345."
                                    + " Accents and case do not matter. Everybody when left out.")
                    String search,
            @Nullable @Description("How many: 1 to 100, 50 when left out.") Integer first,
            @Nullable @Description("The cursor to go on after.") String after) {
        var request = PageRequest.of(first, after, null, null);
        var wanted = ChatQuery.ofSearch(search);
        return viewers.current().chain(viewer -> book.page(viewer, wanted, request));
    }

    @Query
    @Nullable @Description(
            "A customer; null when there is none or the viewer may not see them. The id of a customer who proved to be another"
                    + " one leads to that one.")
    public Uni<ContactView> contact(@Id @Description("The customer's id.") String id) {
        return viewers.current()
                .chain(viewer -> Ids.parse(id)
                        .map(contactId -> book.find(viewer, contactId))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(found -> found.orElse(null));
    }

    @Description("What the customer calls themselves on WhatsApp; empty when WhatsApp told no name.")
    public Uni<String> profileName(@Source ContactView contact) {
        return viewers.current()
                .chain(viewer -> details.of(viewer, UUID.fromString(contact.id())))
                .map(ContactDetails.Detail::profileName);
    }

    @Description("What users noted about the customer: an object of texts.")
    public Uni<JsonObject> attributes(@Source ContactView contact) {
        return viewers.current()
                .chain(viewer -> details.of(viewer, UUID.fromString(contact.id())))
                .map(ContactDetails.Detail::attributes);
    }

    @Description("All chats of the customer that the viewer may see, with whatever number and in whatever state, newest"
            + " activity first.")
    public Uni<ChatConnectionView> chats(
            @Source ContactView contact,
            @Nullable @Description("How many: 1 to 100, 50 when left out.") Integer first,
            @Nullable @Description("The cursor to go on after.") String after) {
        var request = PageRequest.of(first, after, null, null);
        return viewers.current().chain(viewer -> timelines.page(viewer, UUID.fromString(contact.id()), request));
    }

    @Mutation
    @Description("Note what to call a customer, and anything else about them.")
    public Uni<ContactPayload> updateContact(
            @Description("Which customer, and what.") UpdateContactInput input, Context context) {
        var renames = isGiven(context, "name");
        var done = viewers.current()
                .chain(viewer -> service.update(viewer, input.contactId(), ContactUpdate.of(input, renames)));
        return Refusals.recover(done, ContactPayload::of, ContactPayload::refused);
    }
}
