package dev.sharedinbox.chat.tag;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("UpdateTagInput")
@Description("What to change of a tag; what is left out stays.")
public record UpdateTagInput(
        @Id @Description("The tag.") String tagId,

        @Nullable @Description("1 to 50 characters; no other tag may have the same name in any case.")
        String name,

        @Nullable @Description("As #rrggbb.") String colour,

        @Nullable @Description("When to use it, up to 500 characters; null takes it away.")
        String description) {}
