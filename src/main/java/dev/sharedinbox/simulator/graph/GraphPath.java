package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.world.BusinessNumber;

/// Where the Graph API is served, and what its paths name.
final class GraphPath {

    static final String ROOT = "/simulator/graph/{version: v[0-9]+\\.[0-9]+}";

    private GraphPath() {}

    static BusinessNumber number(String id) {
        return BusinessNumber.withId(id).orElseThrow(() -> unknown(id));
    }

    static void account(String id) {
        if (!BusinessNumber.ACCOUNT_ID.equals(id)) {
            throw unknown(id);
        }
    }

    static GraphRefusal unknown(String id) {
        return new GraphRefusal(
                GraphCode.UNKNOWN_OBJECT,
                "Object with ID '" + id + "' does not exist, cannot be loaded due to missing permissions, or does not"
                        + " support this operation.");
    }
}
