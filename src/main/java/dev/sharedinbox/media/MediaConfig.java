package dev.sharedinbox.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How files are fetched, kept and served.
@ConfigMapping(prefix = "inbox.media")
public interface MediaConfig {

    /// Whether this node fetches files. Others still do when it does not.
    @WithDefault("true")
    boolean enabled();

    /// What keeps the files.
    @WithDefault("file")
    Store store();

    /// Where the store `file` keeps them. All nodes of an installation need the same directory.
    @WithDefault("media")
    String directory();

    /// The hosts files may be fetched from, over HTTPS only; `*.` stands for any host below.
    @WithDefault("lookaside.fbsbx.com,*.fbcdn.net,graph.facebook.com")
    List<String> allowedHosts();

    /// One more server to fetch from, over HTTP and on this machine or network, such as `http://localhost:8080`. For
    /// the worlds with a simulator; leave it out anywhere else.
    Optional<String> localOrigin();

    /// Files that one node fetches at the same time.
    @WithDefault("4")
    int downloads();

    /// How often a node looks for files to fetch.
    @WithDefault("1s")
    Duration poll();

    /// When a fetch that has not come to its end is given up and tried again.
    @WithDefault("5m")
    Duration fetchTimeout();

    /// When a file that a node began to fetch is anybody's again. Longer than the fetch's own timeout.
    @WithDefault("6m")
    Duration lease();

    /// How long the carrier keeps a file for us; a file that could not be fetched in that time has failed.
    @WithDefault("7d")
    Duration retention();

    /// A larger file is not kept; WhatsApp allows 100 MB.
    @WithDefault("100M")
    MemorySize maxSize();

    /// How long a link to a file lives.
    @WithDefault("5m")
    Duration linkLife();

    Retry retry();

    S3 s3();

    /// What files are kept in.
    enum Store {
        /// A directory.
        FILE,
        /// A bucket of Amazon S3 or of another server that speaks its protocol.
        S3
    }

    /// The bucket of the store `s3`. How to reach its server is said by the settings `quarkus.s3.*`.
    interface S3 {

        /// The bucket; nothing else lives in it.
        Optional<String> bucket();

        /// A file larger than this is uploaded in parts of this size, each of which stands in memory while it is
        /// uploaded. S3 wants 5 MB at least.
        @WithDefault("8M")
        MemorySize partSize();
    }

    /// When to try again.
    interface Retry {

        /// Tries when the carrier says that it has no such file, or the file comes damaged.
        @WithDefault("5")
        int attempts();

        /// The pause after the first try; it triples with each further one.
        @WithDefault("10s")
        Duration firstPause();

        /// No pause is longer.
        @WithDefault("30m")
        Duration longestPause();
    }
}
