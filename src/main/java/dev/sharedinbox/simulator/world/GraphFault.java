package dev.sharedinbox.simulator.world;

/// What goes wrong with every call of the Graph API, whoever it is about.
public enum GraphFault {
    /// Nothing.
    NONE,
    /// Answered 500 with 131000; nothing was done.
    HTTP_500,
    /// Answered 200 with a page of HTML; nothing was done.
    RUBBISH,
    /// Done as usual, but only after `inbox.simulator.slow`.
    SLOW,
    /// Answered 401 with 190, as if the access token had run out.
    TOKEN_EXPIRED,
    /// Answered 400 with 130429, as if the throughput were used up.
    RATE_LIMITED
}
