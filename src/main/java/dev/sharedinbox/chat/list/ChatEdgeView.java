package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatView;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatEdge")
@Description("A chat in its place in the list.")
public final class ChatEdgeView {

    private final ChatView chat;
    private final Supplier<String> seal;
    private final Supplier<String> place;

    /// @param seal makes the cursor; it takes longer than all else of an edge, and not everybody asks for it
    /// @param place makes the sort key
    public ChatEdgeView(ChatView chat, Supplier<String> seal, Supplier<String> place) {
        this.chat = chat;
        this.seal = seal;
        this.place = place;
    }

    @Description("The chat.")
    public ChatView getNode() {
        return chat;
    }

    @Description("Continues this list, with the same filter and sort, after or before this place.")
    public String getCursor() {
        return seal.get();
    }

    @Description("Where the chat stands in the order of the list: greater texts, by code unit, come first.")
    public String getSortKey() {
        return place.get();
    }
}
