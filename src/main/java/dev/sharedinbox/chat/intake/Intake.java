package dev.sharedinbox.chat.intake;

import dev.sharedinbox.change.ChangeLog;
import dev.sharedinbox.change.NewChange;
import dev.sharedinbox.channel.event.AccountEvents;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.contact.Contacts;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.contact.Resolved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what came in on the carrier's side. Repeating or reordering items changes nothing once all of them are
/// stored.
@ApplicationScoped
public class Intake {

    private final Contacts contacts;
    private final ContactMoves moves;
    private final ContactNews news;
    private final IncomingMessages messages;
    private final IncomingReactions reactions;
    private final IncomingCalls calls;
    private final LateFiles lateFiles;
    private final IncomingAmendments amendments;
    private final IncomingStatuses statuses;
    private final AccountEvents accountEvents;
    private final ChangeLog changeLog;

    Intake(
            Contacts contacts,
            ContactMoves moves,
            ContactNews news,
            IncomingMessages messages,
            IncomingReactions reactions,
            IncomingCalls calls,
            LateFiles lateFiles,
            IncomingAmendments amendments,
            IncomingStatuses statuses,
            AccountEvents accountEvents,
            ChangeLog changeLog) {
        this.contacts = contacts;
        this.moves = moves;
        this.news = news;
        this.messages = messages;
        this.reactions = reactions;
        this.calls = calls;
        this.lateFiles = lateFiles;
        this.amendments = amendments;
        this.statuses = statuses;
        this.accountEvents = accountEvents;
        this.changeLog = changeLog;
    }

    /// Store all items of one workspace as the last thing the caller's transaction does, and return how many facts the
    /// change log gained. All of them are stored or none.
    public Uni<Integer> store(SqlClient transaction, UUID workspaceId, List<Incoming> items) {
        var called = only(Incoming.Call.class, items);
        var written = Stream.concat(
                        only(Incoming.Message.class, items).stream(), IncomingCalls.entries(called).stream())
                .toList();
        var reacted = only(Incoming.Reaction.class, items);
        var amended = only(Incoming.Amendment.class, items);
        var reported = only(Incoming.Status.class, items);
        var accounts = only(Incoming.Account.class, items).stream()
                .map(Incoming.Account::event)
                .toList();
        var facts = new ArrayList<NewChange>();
        var people = contacts.resolve(transaction, workspaceId, customers(items))
                .call(resolved ->
                        moves.move(transaction, workspaceId, resolved.merges()).invoke(facts::addAll))
                .call(resolved -> ContactMoves.changed(transaction, workspaceId, resolved.changed())
                        .invoke(facts::addAll))
                .map(Resolved::contacts);
        return Uni.combine()
                .all()
                .unis(people, IncomingMessages.known(transaction, workspaceId, written))
                .withUni((customers, known) -> news.store(
                                transaction,
                                workspaceId,
                                only(Incoming.Marketing.class, items),
                                only(Incoming.BookEntry.class, items),
                                customers)
                        .invoke(facts::addAll)
                        .chain(_ -> messages.store(transaction, workspaceId, written, known, customers))
                        .invoke(facts::addAll)
                        .chain(_ -> reactions.store(transaction, workspaceId, reacted, customers))
                        .invoke(facts::addAll)
                        .chain(_ -> calls.store(transaction, workspaceId, called))
                        .invoke(facts::addAll)
                        .chain(_ -> MeetingPoints.hold(transaction, workspaceId, written, reported))
                        .chain(_ -> MessageLocks.lock(transaction, workspaceId, items))
                        .chain(_ -> lateFiles.add(transaction, workspaceId, written))
                        .invoke(facts::addAll)
                        .chain(_ -> amendments.store(transaction, workspaceId, amended, known.amendedOf(written)))
                        .invoke(facts::addAll)
                        .chain(_ -> statuses.store(transaction, workspaceId, reported, written))
                        .invoke(facts::addAll)
                        .chain(_ -> accountEvents.store(transaction, workspaceId, accounts))
                        .invoke(facts::addAll)
                        .chain(_ -> changeLog.append(transaction, workspaceId, facts))
                        .map(_ -> facts.size()));
    }

    private static <T extends Incoming> List<T> only(Class<T> type, List<Incoming> items) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<Customer> customers(List<Incoming> items) {
        return items.stream()
                .map(Intake::customer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable Customer customer(Incoming item) {
        return switch (item) {
            case Incoming.Message message -> message.customer();
            case Incoming.Reaction reaction -> reaction.actor();
            case Incoming.Amendment amendment -> amendment.customer();
            case Incoming.Call call -> call.customer();
            case Incoming.Marketing marketing -> marketing.customer();
            case Incoming.BookEntry entry -> entry.name() == null ? null : entry.customer();
            case Incoming.Status _, Incoming.Account _ -> null;
        };
    }
}
