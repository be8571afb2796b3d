package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.Origin;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Puts new messages into their chats. Messages that are already here are left alone, whatever came with them.
@ApplicationScoped
class IncomingMessages {

    /// Fenced, so that each is looked up by its key; PostgreSQL would rather hash the messages of a small table.
    private static final String KNOWN = """
            select wanted.business_number_id, wanted.provider_message_id, known.stored, known.amended
            from unnest($2::uuid[], $3::text[]) as wanted (business_number_id, provider_message_id)
            cross join lateral (select
                exists (select from message m where m.workspace_id = $1
                    and m.business_number_id = wanted.business_number_id
                    and m.provider_message_id = wanted.provider_message_id offset 0) as stored,
                exists (select from amendment a where a.workspace_id = $1
                    and a.business_number_id = wanted.business_number_id
                    and a.target_provider_id = wanted.provider_message_id offset 0) as amended
                offset 0) known
            where known.stored or known.amended
            """;

    private final BatchChats chats;
    private final MessageRecords records;

    IncomingMessages(BatchChats chats, MessageRecords records) {
        this.chats = chats;
        this.records = records;
    }

    /// @param known what is known of them
    Uni<List<NewChange>> store(
            SqlClient transaction,
            UUID workspaceId,
            List<Incoming.Message> messages,
            KnownMessages known,
            Map<Customer, UUID> contacts) {
        var fresh = byConversation(messages, known.stored(), contacts);
        return fresh.isEmpty()
                ? Uni.createFrom().item(List.of())
                : chats.lock(transaction, workspaceId, fresh)
                        .map(locked -> number(fresh, locked))
                        .chain(numbered -> records.insert(transaction, workspaceId, numbered)
                                .map(others -> Stream.concat(facts(numbered).stream(), others.stream())
                                        .toList()));
    }

    /// What is known of messages. Sent after the customers are locked, so that nobody adds or amends one meanwhile.
    static Uni<KnownMessages> known(SqlClient transaction, UUID workspaceId, List<Incoming.Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(KnownMessages.NONE);
        }
        return transaction
                .preparedQuery(KNOWN)
                .execute(Tuple.of(
                        workspaceId,
                        messages.stream()
                                .map(Incoming.Message::businessNumberId)
                                .toArray(UUID[]::new),
                        messages.stream()
                                .map(Incoming.Message::providerMessageId)
                                .toArray(String[]::new)))
                .map(KnownMessages::of);
    }

    /// Sort out what is new, each message once, oldest first within a conversation.
    private static Map<Conversation, List<Incoming.Message>> byConversation(
            List<Incoming.Message> messages, Set<ProviderId> known, Map<Customer, UUID> contacts) {
        var seen = new HashSet<>(known);
        var fresh = new LinkedHashMap<Conversation, List<Incoming.Message>>();
        messages.stream()
                .filter(message -> seen.add(ProviderId.of(message)))
                .sorted(Comparator.comparing(Incoming.Message::sentAt))
                .forEach(message -> fresh.computeIfAbsent(
                                new Conversation(message.businessNumberId(), contact(contacts, message.customer())),
                                _ -> new ArrayList<>())
                        .add(message));
        return fresh;
    }

    private static UUID contact(Map<Customer, UUID> contacts, Customer customer) {
        var contact = contacts.get(customer);
        if (contact == null) {
            throw new IllegalStateException("A customer was not resolved");
        }
        return contact;
    }

    private static List<NewMessage> number(
            Map<Conversation, List<Incoming.Message>> fresh, Map<Conversation, LiveChat> locked) {
        var numbered = new ArrayList<NewMessage>();
        fresh.forEach((conversation, messages) -> {
            var chat = locked.get(conversation);
            if (chat == null) {
                throw new IllegalStateException("A conversation has no chat");
            }
            for (var message : messages) {
                var id = Ids.next();
                numbered.add(new NewMessage(id, chat, chat.add(id, message), message));
            }
        });
        return numbered;
    }

    private static List<NewChange> facts(Collection<NewMessage> messages) {
        var told = new HashSet<UUID>();
        var facts = new ArrayList<NewChange>();
        for (var message : messages) {
            var chat = message.chat();
            if (told.add(chat.id())) {
                switch (chat.beginning()) {
                    case OPENED, IMPORTED -> facts.add(NewChange.chat(ChangeType.CHAT_CREATED, chat.id()));
                    case REOPENED -> facts.add(NewChange.chat(ChangeType.CHAT_UPDATED, chat.id()));
                    case FOUND -> {
                        if (message.message().origin().isHistory()) {
                            facts.add(NewChange.chat(ChangeType.CHAT_UPDATED, chat.id()));
                        }
                    }
                }
            }
            if (!message.message().origin().isHistory()) {
                facts.add(created(message));
            }
        }
        return facts;
    }

    private static NewChange created(NewMessage message) {
        var chatId = message.chat().id();
        return message.message().origin() == Origin.OBSERVED
                ? ChatChanges.observed(chatId, message.id())
                : NewChange.message(ChangeType.MESSAGE_CREATED, chatId, message.id());
    }
}
