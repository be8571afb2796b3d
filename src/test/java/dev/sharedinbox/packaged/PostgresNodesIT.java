package dev.sharedinbox.packaged;

import java.util.Map;

/// Two nodes as they come: PostgreSQL carries their signals.
class PostgresNodesIT extends TwoNodes {

    @Override
    Map<String, String> link() {
        return Map.of();
    }
}
