package dev.sharedinbox.chat.tag;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("CreateTagInput")
@Description("A tag to be made.")
public record CreateTagInput(
        @Description("1 to 50 characters; no other tag may have the same name in any case.")
        String name,

        @Nullable @Description("As #rrggbb; grey when left out.")
        String colour,

        @Nullable @Description("When to use it, up to 500 characters.")
        String description) {}
