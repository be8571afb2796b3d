package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.world.BoundedMap;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Whom each business number has blocked.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class BlockedCustomers {

    private final BoundedMap<Pair, Customer> blocked;

    BlockedCustomers(SimulatorConfig config) {
        this.blocked = new BoundedMap<>(config.memory());
    }

    private record Pair(BusinessNumber number, String whatsappId) {}

    /// Whether a number has blocked a customer.
    public boolean isBlocked(BusinessNumber number, Customer customer) {
        return blocked.find(new Pair(number, customer.whatsappId())).isPresent();
    }

    void block(BusinessNumber number, Customer customer) {
        blocked.put(new Pair(number, customer.whatsappId()), customer);
    }

    void unblock(BusinessNumber number, Customer customer) {
        blocked.remove(new Pair(number, customer.whatsappId()));
    }

    /// The digits of everyone blocked.
    List<String> of(BusinessNumber number) {
        return blocked.keys().stream()
                .filter(pair -> pair.number() == number)
                .map(Pair::whatsappId)
                .sorted()
                .toList();
    }

    void forget(@Observes Reset reset) {
        blocked.clear();
    }
}
