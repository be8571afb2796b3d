package dev.sharedinbox.media;

/// How a try to fetch a file ended.
public sealed interface FetchOutcome {

    /// The file is here.
    ///
    /// @param type what it really is
    /// @param size in bytes
    /// @param thumbnail the size of its thumbnail in bytes; zero without one
    record Fetched(String type, long size, long thumbnail) implements FetchOutcome {}

    /// The file is not here; its failure says whether another try makes sense.
    record Failed(MediaFailure failure) implements FetchOutcome {}

    /// What metrics call it.
    default String word() {
        return switch (this) {
            case Fetched _ -> "FETCHED";
            case Failed(var failure) -> failure.name();
        };
    }
}
