package dev.sharedinbox.platform.page;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("PageInfo")
@Description("Where a page stands in its list.")
public record PageInfoView(
        @Description(
                "Whether there are entries after this page. A page of chats or customers may hold fewer entries than asked"
                        + " for, or none, and yet there may be more: go on after endCursor.")
        boolean hasNextPage,

        @Description("Whether there are entries before this page.")
        boolean hasPreviousPage,

        @Nullable @Description(
                "The cursor of the first entry, or of where a page that ends early was begun; null on an empty page else.")
        String startCursor,

        @Nullable @Description(
                "The cursor of the last entry, or of where a page that ends early goes on; null on an empty page else.")
        String endCursor) {

    /// The same of a page that ends early, although its list goes on.
    ///
    /// @param cursor where it goes on
    /// @param backwards whether the page is counted from the list's end, so that it ends early at its
    ///     beginning
    public PageInfoView endingAt(String cursor, boolean backwards) {
        return backwards
                ? new PageInfoView(hasNextPage, true, cursor, endCursor)
                : new PageInfoView(true, hasPreviousPage, startCursor, cursor);
    }
}
