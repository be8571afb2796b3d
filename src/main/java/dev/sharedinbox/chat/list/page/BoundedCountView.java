package dev.sharedinbox.chat.list.page;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("BoundedCount")
@Description("A number that stops counting somewhere, so that it is cheap.")
public record BoundedCountView(
        @Description("How many there are, or the limit when there are more.")
        int value,

        @Description(
                "False when there are more than the value says, or when it stopped looking before it had seen all.")
        boolean exact) {}
