package dev.sharedinbox.channel.event;

import dev.sharedinbox.platform.page.PageInfoView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("AccountEventConnection")
@Description("A page of account events.")
public record AccountEventConnectionView(
        @Description("The events of this page, newest first.")
        List<@NonNull AccountEventEdgeView> edges,

        @Description("Where the page stands in the list.") PageInfoView pageInfo) {}
