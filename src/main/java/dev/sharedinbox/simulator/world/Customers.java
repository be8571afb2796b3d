package dev.sharedinbox.simulator.world;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everyone with a phone is a customer. What a person told about themselves and the trouble they make is remembered;
/// the rest is made up from the phone, the same at every start.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class Customers {

    private final BoundedMap<String, Customer> changed;
    private final BoundedMap<String, Trouble> troubles;

    Customers(SimulatorConfig config) {
        this.changed = new BoundedMap<>(config.memory());
        this.troubles = new BoundedMap<>(config.memory());
    }

    /// The customer with this phone, as a person writes it; nothing when that is no phone number.
    public Optional<Customer> withPhone(String phone) {
        return WhatsappId.ofPhone(phone).map(this::known);
    }

    /// The customer with this BSUID, which was given out by this simulator.
    public Optional<Customer> withUserId(String userId) {
        return MadeUpPeople.phoneOf(userId).map(this::known);
    }

    /// The customer again, with what they now tell about themselves. What is `null` stays as it was.
    public Customer introduced(
            Customer customer, @Nullable String name, @Nullable String username, @Nullable Boolean phoneHidden) {
        if (name == null && username == null && phoneHidden == null) {
            return customer;
        }
        var named = name == null ? customer : customer.named(name);
        var reachable = username == null ? named : named.withUsername(username);
        var now = phoneHidden == null ? reachable : reachable.withPhoneHidden(phoneHidden);
        changed.put(customer.whatsappId(), now);
        return now;
    }

    /// The trouble set for the customer, else the one their phone stands for.
    public Trouble troubleOf(Customer customer) {
        return troubles.find(customer.whatsappId()).orElseGet(() -> Trouble.ofPhone(customer.whatsappId()));
    }

    public void make(Customer customer, Trouble trouble) {
        troubles.put(customer.whatsappId(), trouble);
    }

    void forget(@Observes Reset reset) {
        changed.clear();
        troubles.clear();
    }

    private Customer known(WhatsappId id) {
        return changed.find(id.digits()).orElseGet(() -> MadeUpPeople.withPhone(id));
    }
}
