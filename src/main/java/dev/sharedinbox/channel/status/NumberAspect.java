package dev.sharedinbox.channel.status;

/// What the carrier tells about a number, each for itself. The words are stored.
public enum NumberAspect {
    /// A [NumberQuality].
    QUALITY,
    /// A [MessagingLimitView] in its stored form.
    MESSAGING_LIMIT,
    /// The name that customers see.
    DISPLAY_NAME,
    /// A [DisplayNameState].
    DISPLAY_NAME_STATE,
    /// The user name; none when it was given up.
    USERNAME,
    /// A [NumberThroughput].
    THROUGHPUT,
    /// A [NumberConnection].
    CONNECTION
}
