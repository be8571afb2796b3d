package dev.sharedinbox.space.count;

import dev.sharedinbox.chat.list.page.BoundedCountView;
import dev.sharedinbox.chat.list.tally.ChatTally;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("SpaceCount")
@Description("How many chats of a space the viewer may see.")
public record SpaceCountView(
        @Id @Description("The space.") String spaceId,

        @Description("How many chats.") BoundedCountView total,

        @Description("How many of them are unread.") BoundedCountView unread) {

    /// The counts of a space.
    public static SpaceCountView of(UUID spaceId, ChatTally tally) {
        return new SpaceCountView(spaceId.toString(), tally.total(), tally.unread());
    }
}
