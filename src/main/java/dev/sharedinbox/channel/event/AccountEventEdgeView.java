package dev.sharedinbox.channel.event;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("AccountEventEdge")
@Description("An account event in its place in the list.")
public record AccountEventEdgeView(
        @Description("The event.") AccountEventView node,

        @Description("Continues this list after this place.")
        String cursor) {}
