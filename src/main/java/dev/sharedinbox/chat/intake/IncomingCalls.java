package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.chat.ChatChanges;
import dev.sharedinbox.chat.intake.incoming.Conversation;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.chat.intake.incoming.Origin;
import dev.sharedinbox.chat.intake.incoming.ProviderId;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.chat.message.MessageType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Gives every call one entry in its chat and keeps that at what the events of the call say. A customer's call
/// opens the session window like a message; when nobody answered it, it is unread and somebody waits.
@ApplicationScoped
class IncomingCalls {

    private final SessionWindows sessions;

    IncomingCalls(SessionWindows sessions) {
        this.sessions = sessions;
    }

    /// The entries that the calls have in their chats if they have none yet.
    static List<Incoming.Message> entries(List<Incoming.Call> calls) {
        var entries = new LinkedHashMap<ProviderId, Incoming.Message>();
        calls.stream()
                .sorted(Comparator.comparing(call -> call.event().activeAt()))
                .forEach(call -> entries.putIfAbsent(ProviderId.of(call), entry(call)));
        return List.copyOf(entries.values());
    }

    private static Incoming.Message entry(Incoming.Call call) {
        return new Incoming.Message(
                call.businessNumberId(),
                call.customer(),
                call.providerCallId(),
                call.event().activeAt(),
                call.direction() == Direction.INCOMING ? Origin.CUSTOMER_CALL : Origin.BUSINESS_CALL,
                MessageType.CALL,
                null,
                new JsonObject(),
                null,
                null,
                null);
    }

    /// Once the entries are stored: keep the events, and bring the entries, chats and windows up to them.
    Uni<List<NewChange>> store(SqlClient transaction, UUID workspaceId, List<Incoming.Call> calls) {
        return calls.isEmpty()
                ? Uni.createFrom().item(List.of())
                : CallRecords.keep(transaction, workspaceId, calls)
                        .chain(_ -> CallRecords.lock(transaction, workspaceId, calls))
                        .call(entries -> CallRecords.update(transaction, workspaceId, behind(entries)))
                        .call(entries -> CallRecords.await(transaction, workspaceId, missed(entries)))
                        .chain(entries -> sessions.open(transaction, workspaceId, windows(entries))
                                .map(others -> Stream.concat(facts(entries).stream(), others.stream())
                                        .toList()));
    }

    private static List<CallEntry> behind(List<CallEntry> entries) {
        return entries.stream().filter(CallEntry::isBehind).toList();
    }

    private static List<CallEntry> missed(List<CallEntry> entries) {
        return entries.stream().filter(CallEntry::turnsOutMissed).toList();
    }

    private static Map<Conversation, Instant> windows(List<CallEntry> entries) {
        var windows = new TreeMap<Conversation, Instant>();
        entries.forEach(entry -> entry.story()
                .opensWindowAt()
                .ifPresent(at -> windows.merge(entry.conversation(), at, SessionWindows::later)));
        return windows;
    }

    /// An entry that this very transaction has stored is told as it became. That a call was missed is told by itself
    /// whenever it turns out, so that it is told once.
    private static List<NewChange> facts(List<CallEntry> entries) {
        return behind(entries).stream()
                .filter(entry -> entry.toldBefore() || entry.turnsOutMissed())
                .map(entry -> entry.turnsOutMissed()
                        ? ChatChanges.missed(entry.chatId(), entry.id())
                        : NewChange.message(ChangeType.MESSAGE_UPDATED, entry.chatId(), entry.id()))
                .toList();
    }
}
