package dev.sharedinbox.space.count;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SpaceCounts")
@Description(
        "The counts of several spaces. When counting takes long, some may be a few seconds old; the cursor is as old.")
public record SpaceCountsView(
        @Description("One for each space that there is for the viewer, and whose filter is still right.")
        List<@NonNull SpaceCountView> counts,

        @Description("A position in the change log; no count is older. Follow the counts from here.")
        String cursor) {}
