package dev.sharedinbox.channel.status;

import org.eclipse.microprofile.graphql.Description;

/// How fast a number may send.
@Description("How fast a number may send.")
public enum NumberThroughput {
    @Description("Up to 80 messages a second.")
    STANDARD,
    @Description("Up to 1,000 messages a second.")
    HIGH
}
