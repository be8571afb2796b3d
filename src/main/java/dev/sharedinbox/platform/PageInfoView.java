package dev.sharedinbox.platform;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("PageInfo")
@Description("Where a page stands in its list.")
public record PageInfoView(
        @Description("Whether there are entries after this page.")
        boolean hasNextPage,

        @Description("Whether there are entries before this page.")
        boolean hasPreviousPage,

        @Nullable @Description("The cursor of the first entry; null on an empty page.")
        String startCursor,

        @Nullable @Description("The cursor to go on after: of the last entry, or of where a search stopped. Null on an empty page"
                + " that nothing follows.")
        String endCursor) {}
