package dev.sharedinbox.space;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ArrangeSpacesInput")
@Description("How the viewer wants their spaces, in place of how they were. It changes nothing for others.")
public record ArrangeSpacesInput(
        @Id @Description("The spaces in order, each once; those left out come after them by label.")
        List<@NonNull String> order,

        @Id @Description("Those of them to keep in sight, at most 20.")
        List<@NonNull String> pinned,

        @Nullable @Id @Description("The one of them to begin with; none for the whole list.")
        String defaultSpaceId) {}
