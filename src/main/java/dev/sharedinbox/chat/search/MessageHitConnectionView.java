package dev.sharedinbox.chat.search;

import dev.sharedinbox.platform.page.PageInfoView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("MessageHitConnection")
@Description(
        "A page of hits. It may hold fewer than were asked for, even none, while hasNextPage is true: a search looks"
                + " through so many messages at a time; endCursor goes on from there.")
public record MessageHitConnectionView(
        @Description("The hits of this page, newest first.") List<@NonNull MessageHitEdgeView> edges,

        @Description("Where the page stands among the hits.")
        PageInfoView pageInfo) {}
