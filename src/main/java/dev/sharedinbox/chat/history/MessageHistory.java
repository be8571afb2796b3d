package dev.sharedinbox.chat.history;

import dev.sharedinbox.platform.Gathering;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Reads slices of chats: one statement for the messages of all chats of a page.
@ApplicationScoped
class MessageHistory {

    private final Gathering<Viewer, Slice, MessageConnectionView> slices;

    MessageHistory(Histories histories) {
        slices = new Gathering<>(histories::read);
    }

    Uni<MessageConnectionView> slice(Viewer viewer, Slice slice) {
        return slices.ask(viewer, slice);
    }
}
