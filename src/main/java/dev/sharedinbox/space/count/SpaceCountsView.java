package dev.sharedinbox.space.count;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SpaceCounts")
@Description("The counts of several spaces, all of the same moment.")
public record SpaceCountsView(
        @Description("One for each space that there is for the viewer, and whose filter is still right.")
        List<@NonNull SpaceCountView> counts,

        @Description("The position in the change log that the counts are consistent with.")
        String cursor) {}
