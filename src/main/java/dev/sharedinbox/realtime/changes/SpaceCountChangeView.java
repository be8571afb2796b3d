package dev.sharedinbox.realtime.changes;

import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.space.count.SpaceCountView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SpaceCountChange")
@Description("Counts of spaces, or a mark between them. The newest count of a space is the truth.")
public record SpaceCountChangeView(
        @Description("Where the change log stood; there is no need to keep it.")
        String cursor,

        @Description("What happened.") SpaceCountChangeKind kind,

        @Description("The counts; empty for marks.") List<@NonNull SpaceCountView> counts,

        @Nullable @Description("Why the client must begin anew; null unless it must.")
        ResyncReason reason) {

    static SpaceCountChangeView of(LiveItem item, String cursor) {
        return switch (item) {
            case LiveItem.Counted counted ->
                new SpaceCountChangeView(
                        cursor,
                        counted.all() ? SpaceCountChangeKind.ALL : SpaceCountChangeKind.CHANGED,
                        counted.counts(),
                        null);
            case LiveItem.CaughtUp _ -> mark(SpaceCountChangeKind.CAUGHT_UP, cursor, null);
            case LiveItem.Resync resync -> mark(SpaceCountChangeKind.RESYNC_REQUIRED, cursor, resync.reason());
            case LiveItem.Notified _, LiveItem.Happened _, LiveItem.Left _, LiveItem.Listed _, LiveItem.Progress _ ->
                throw new IllegalStateException("Counts have no events");
        };
    }

    private static SpaceCountChangeView mark(
            SpaceCountChangeKind kind, String cursor, @org.jspecify.annotations.Nullable ResyncReason reason) {
        return new SpaceCountChangeView(cursor, kind, List.of(), reason);
    }
}
