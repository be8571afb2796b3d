package dev.sharedinbox.simulator.graph.door;

import dev.sharedinbox.simulator.world.BusinessNumber;

/// Where the Graph API is served, and what its paths name.
public final class GraphPath {

    /// Where every version of the API begins.
    public static final String ROOT = "/simulator/graph/{version: v[0-9]+\\.[0-9]+}";

    private GraphPath() {}

    /// The business number of an id; fails with [GraphRefusal] when there is none.
    public static BusinessNumber number(String id) {
        return BusinessNumber.withId(id).orElseThrow(() -> unknown(id));
    }

    /// Fail with [GraphRefusal] when there is no such account.
    public static void account(String id) {
        if (!BusinessNumber.ACCOUNT_ID.equals(id)) {
            throw unknown(id);
        }
    }

    /// What is answered when nothing has an id.
    public static GraphRefusal unknown(String id) {
        return new GraphRefusal(
                GraphCode.UNKNOWN_OBJECT,
                "Object with ID '" + id + "' does not exist, cannot be loaded due to missing permissions, or does not"
                        + " support this operation.");
    }
}
