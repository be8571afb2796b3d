package dev.sharedinbox.chat.attribute;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ChatAttributeValueInput")
@Description("What a chat is to have for an attribute. Neither value nor values: nothing.")
public record ChatAttributeValueInput(
        @Description("The attribute's key.") String key,

        @Nullable @Description("The value, written as the attribute's type says; null takes it away.")
        String value,

        @Nullable @Description("Instead of value, for a MULTI_ENUM: the keys of its options; an empty list takes it away.")
        List<@NonNull String> values) {

    List<String> written() {
        if (values != null) {
            return values;
        }
        return value == null ? List.of() : List.of(value);
    }
}
