package dev.sharedinbox.platform.graphql;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one GraphQL request may ask for.
@ConfigMapping(prefix = "inbox.graphql")
interface GraphqlConfig {

    /// How many words and signs a query may have; it bounds what checking it costs.
    @WithDefault("5000")
    int maxTokens();

    /// How deep fields may nest. The usual introspection query needs 13.
    @WithDefault("16")
    int maxDepth();

    /// How many fields an answer may hold at most: a field within a page counts once for each possible item.
    @WithDefault("20000")
    int maxCost();

    /// How many fields may be renamed. A side bar that counts the chats of 60 spaces needs 60.
    @WithDefault("100")
    int maxAliases();

    /// How many fields may stand at the top: they run at the same time.
    @WithDefault("50")
    int maxRootFields();

    /// What a request's body may weigh.
    @WithDefault("256K")
    MemorySize maxBody();
}
