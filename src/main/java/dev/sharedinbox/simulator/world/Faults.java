package dev.sharedinbox.simulator.world;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// The faults of the whole simulated Meta, as opposed to the [Trouble] of one customer.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class Faults {

    private volatile GraphFault graph = GraphFault.NONE;

    public GraphFault graph() {
        return graph;
    }

    public void set(GraphFault fault) {
        graph = fault;
    }

    void forget(@Observes Reset reset) {
        graph = GraphFault.NONE;
    }
}
