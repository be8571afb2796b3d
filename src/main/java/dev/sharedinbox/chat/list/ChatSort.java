package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatView;
import org.eclipse.microprofile.graphql.Description;

/// In which order chats are listed.
@Description("In which order chats are listed.")
public enum ChatSort {
    @Description("The chat in which something was written last comes first.")
    LAST_ACTIVITY;

    /// Where a chat stands in this order, as a text: the chat with the greater one comes first.
    public String keyOf(ChatView chat) {
        return switch (this) {
            case LAST_ACTIVITY -> ListPlace.of(chat).sortKey();
        };
    }
}
