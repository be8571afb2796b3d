package dev.sharedinbox.realtime.row;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.FullChat;
import dev.sharedinbox.chat.list.field.ChatFacts;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A chat as a row of lists. Whatever is made of it is made when first asked for and once, however many lists and
/// listeners there are. It is content without an access check.
public final class ListRow {

    private final FullChat full;
    private final Function<ChatView, String> writer;
    private volatile @Nullable ChatFacts facts;
    private volatile @Nullable String json;

    /// @param writer makes JSON of the chat
    public ListRow(FullChat full, Function<ChatView, String> writer) {
        this.full = full;
        this.writer = writer;
    }

    /// The chat's id.
    public UUID chatId() {
        return full.entry().id();
    }

    /// The chat as clients get it.
    public ChatView chat() {
        return full.entry().view();
    }

    /// What filters ask of it.
    public ChatFacts facts() {
        var made = facts;
        if (made == null) {
            made = ChatFacts.of(full);
            facts = made;
        }
        return made;
    }

    /// The chat as JSON.
    public String json() {
        var made = json;
        if (made == null) {
            made = writer.apply(chat());
            json = made;
        }
        return made;
    }
}
