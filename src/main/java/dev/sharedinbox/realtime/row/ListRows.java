package dev.sharedinbox.realtime.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.FullChat;
import jakarta.inject.Singleton;

/// Makes rows of chats.
@Singleton
public final class ListRows {

    private final ObjectMapper json;

    ListRows(ObjectMapper json) {
        this.json = json;
    }

    /// The row of a chat.
    public ListRow row(FullChat chat) {
        return new ListRow(chat, this::write);
    }

    private String write(ChatView chat) {
        try {
            return json.writeValueAsString(chat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every chat can be written as JSON", e);
        }
    }
}
