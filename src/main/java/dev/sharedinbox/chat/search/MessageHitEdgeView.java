package dev.sharedinbox.chat.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("MessageHitEdge")
@Description("A hit in its place among the hits.")
public record MessageHitEdgeView(
        @Description("The hit.") MessageHitView node,

        @Description("Continues after this hit.") String cursor) {}
