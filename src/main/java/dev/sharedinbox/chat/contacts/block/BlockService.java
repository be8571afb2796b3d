package dev.sharedinbox.chat.contacts.block;

import dev.sharedinbox.chat.contacts.ContactBook;
import dev.sharedinbox.chat.contacts.block.BlockRows.Candidate;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Blocks and unblocks a customer for the numbers it makes sense for, of those whose chats with them the viewer may
/// see.
@ApplicationScoped
class BlockService {

    private final BlockRows rows;
    private final BlockCalls calls;
    private final ContactBook book;

    BlockService(BlockRows rows, BlockCalls calls, ContactBook book) {
        this.rows = rows;
        this.calls = calls;
        this.book = book;
    }

    /// Return the customer as they are afterwards, with what could not be done.
    ///
    /// @param number the only number to change; null for all that it makes sense for
    Uni<Blocking> change(Viewer viewer, String contact, @Nullable String number, boolean blocks) {
        viewer.require(Permission.CONTACT_BLOCK);
        var id = Ids.parse(contact).orElseThrow(BlockService::noContact);
        return book.find(viewer, id)
                .map(found -> found.orElseThrow(BlockService::noContact))
                .map(found -> UUID.fromString(found.id()))
                .chain(contactId -> rows.candidates(viewer, contactId)
                        .map(all -> numbers(all, number, blocks))
                        .chain(numbers -> changeAll(viewer, contactId, numbers, blocks)
                                .chain(refusals -> refusals.size() == numbers.size() && !refusals.isEmpty()
                                        ? Uni.createFrom().item(new Blocking(Optional.empty(), refusals))
                                        : book.find(viewer, contactId).map(found -> new Blocking(found, refusals)))));
    }

    /// Without a number, block where the carrier allows it, and unblock where we know of a block.
    private static List<UUID> numbers(List<Candidate> all, @Nullable String number, boolean blocks) {
        if (number != null) {
            return all.stream()
                    .map(Candidate::businessNumberId)
                    .filter(id -> id.toString().equals(number))
                    .findFirst()
                    .map(List::of)
                    .orElseThrow(() -> InboxException.notFound("business number", "input", "businessNumberId"));
        }
        var chosen = all.stream()
                .filter(one -> one.maybeBlocked() || (blocks && one.isRecent()))
                .map(Candidate::businessNumberId)
                .toList();
        if (blocks && chosen.isEmpty()) {
            throw BlockCalls.notRecent();
        }
        return chosen;
    }

    private Uni<List<InboxException>> changeAll(Viewer viewer, UUID contactId, List<UUID> numbers, boolean blocks) {
        return Multi.createFrom()
                .iterable(numbers)
                .onItem()
                .transformToUniAndConcatenate(number -> calls.change(viewer, contactId, number, blocks))
                .collect()
                .asList()
                .map(refusals -> refusals.stream().flatMap(Optional::stream).toList());
    }

    private static InboxException noContact() {
        return InboxException.notFound("contact", "input", "contactId");
    }

    /// What became of the deed.
    ///
    /// @param contact the customer afterwards; empty when nothing could be done
    /// @param refusals what could not be done, a number each
    record Blocking(Optional<ContactView> contact, List<InboxException> refusals) {}
}
