package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.platform.page.PageInfoView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ContactConnection")
@Description(
        "A page of customers. It may hold fewer than were asked for, even none, while hasNextPage is true; endCursor goes on"
                + " from there.")
public record ContactConnectionView(
        @Description("The customers of this page, in order.")
        List<@NonNull ContactEdgeView> edges,

        @Description("Where the page stands in the list.") PageInfoView pageInfo) {}
