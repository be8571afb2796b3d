package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.contact.AddressBook;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.contact.MarketingChoices;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Stores what is told about customers outside their chats, and tells everybody who looks at one of their chats that is
/// not closed. An address book holds thousands of people, so the closed ones are left in peace.
@ApplicationScoped
class ContactNews {

    private static final String CHATS = """
            select id from chat where workspace_id = $1 and contact_id = any($2) and status <> 'CLOSED' order by id
            """;

    private final MarketingChoices marketing;
    private final AddressBook book;

    ContactNews(MarketingChoices marketing, AddressBook book) {
        this.marketing = marketing;
        this.book = book;
    }

    Uni<List<NewChange>> store(
            SqlClient transaction,
            UUID workspaceId,
            List<Incoming.Marketing> choices,
            List<Incoming.BookEntry> entries,
            Map<Customer, UUID> known) {
        if (choices.isEmpty() && entries.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return book.known(transaction, workspaceId, removed(entries))
                .chain(others -> book.store(transaction, workspaceId, entries(entries, both(known, others))))
                .chain(named -> marketing
                        .store(transaction, workspaceId, choices(choices, known))
                        .map(chosen -> Stream.concat(named.stream(), chosen.stream())
                                .distinct()
                                .toArray(UUID[]::new)))
                .chain(contacts -> tell(transaction, workspaceId, contacts));
    }

    private static Uni<List<NewChange>> tell(SqlClient transaction, UUID workspaceId, UUID[] contacts) {
        return contacts.length == 0
                ? Uni.createFrom().item(List.of())
                : transaction
                        .preparedQuery(CHATS)
                        .execute(Tuple.of(workspaceId, contacts))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> NewChange.chat(ChangeType.CHAT_UPDATED, row.getUUID("id")))
                                .toList());
    }

    private static List<Customer> removed(List<Incoming.BookEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.name() == null)
                .map(Incoming.BookEntry::customer)
                .distinct()
                .toList();
    }

    private static Map<UUID, AddressBook.Entry> entries(List<Incoming.BookEntry> entries, Map<Customer, UUID> known) {
        var newest = new HashMap<UUID, AddressBook.Entry>();
        for (var entry : entries) {
            var contact = known.get(entry.customer());
            if (contact != null) {
                newest.merge(
                        contact, new AddressBook.Entry(entry.name(), entry.writtenAt()), AddressBook.Entry::newest);
            }
        }
        return newest;
    }

    private static Map<UUID, MarketingChoices.Choice> choices(
            List<Incoming.Marketing> choices, Map<Customer, UUID> known) {
        var newest = new HashMap<UUID, MarketingChoices.Choice>();
        for (var choice : choices) {
            var contact = known.get(choice.customer());
            if (contact != null) {
                newest.merge(
                        contact,
                        new MarketingChoices.Choice(choice.optOut(), choice.chosenAt()),
                        MarketingChoices.Choice::newest);
            }
        }
        return newest;
    }

    private static Map<Customer, UUID> both(Map<Customer, UUID> known, Map<Customer, UUID> others) {
        var all = new HashMap<>(others);
        all.putAll(known);
        return all;
    }
}
