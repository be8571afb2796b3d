package dev.sharedinbox.realtime.changes;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChangePage")
@Description("Changes after a cursor, oldest first.")
public record ChangePageView(
        @Description("The changes, without marks.") List<@NonNull ChangeView> changes,

        @Description("Where to go on, even if there was no change for the viewer.")
        String cursor,

        @Description("Whether there was nothing more when the page was read.")
        boolean caughtUp) {}
