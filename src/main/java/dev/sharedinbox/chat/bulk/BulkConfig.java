package dev.sharedinbox.chat.bulk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How deeds on many chats are done.
@ConfigMapping(prefix = "inbox.bulk")
public interface BulkConfig {

    /// How often a node looks for jobs that another one has left, and for old ones to remove.
    @WithDefault("10s")
    Duration poll();

    /// Jobs of up to so many chats are done before the call is answered.
    @WithDefault("50")
    int atOnce();

    /// How old a job of up to [#atOnce] chats must be for its call to count as dead, and another to go on with it.
    @WithDefault("10s")
    Duration abandonedAfter();

    /// Chats of a job that a node does before it turns to the next job, and tells the owner how far this one is.
    @WithDefault("100")
    int turn();

    /// How long a call may look for the chats that fit. Its statements are each as short as those of a page.
    @WithDefault("10s")
    Duration patience();

    /// Jobs of one user that may be under way at a time.
    @WithDefault("10")
    int perUser();

    /// How long an ended job and its results are kept.
    @WithDefault("1d")
    Duration keep();
}
