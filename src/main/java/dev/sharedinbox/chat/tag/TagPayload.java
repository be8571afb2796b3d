package dev.sharedinbox.chat.tag;

import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("TagPayload")
@Description("What became of a tag.")
public record TagPayload(
        @Nullable @Description("The tag as it is now, or as it last was when it was deleted; null when the deed was refused.")
        TagView tag,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static TagPayload of(TagView tag) {
        return new TagPayload(tag, List.of());
    }

    static TagPayload refused(List<UserErrorView> errors) {
        return new TagPayload(null, errors);
    }
}
