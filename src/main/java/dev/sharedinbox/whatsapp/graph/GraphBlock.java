package dev.sharedinbox.whatsapp.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sharedinbox.chat.contacts.block.BlockTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a call to block or unblock, in Meta's words.
record GraphBlock(
        @JsonProperty("messaging_product") String messagingProduct,
        @JsonProperty("block_users") List<User> blockUsers) {

    static GraphBlock of(BlockTarget target) {
        var phone = target.phone();
        return new GraphBlock("whatsapp", List.of(new User(phone, phone == null ? target.bsuid() : null)));
    }

    /// A customer by phone, else by business-scoped user id.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            @JsonProperty("user") @Nullable String user,
            @JsonProperty("user_id") @Nullable String userId) {}

    @Override
    public String toString() {
        return "GraphBlock[]";
    }
}
