package dev.sharedinbox.simulator;

import dev.sharedinbox.simulator.graph.BlockedCustomers;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customers;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Where it is switched on, a few customers write by themselves, one at a time, so that a front end has something to
/// show.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo"})
class LivelyCustomers {

    private static final List<String> PHONES =
            List.of("16505551231", "16505551232", "4915550001233", "16505551234", "5511955501235");
    private static final List<String> LINES = List.of(
            "Good morning! Do you still have rye bread?",
            "Two loaves, please. Can I pick them up at five?",
            "Is there a parking space near the shop?",
            "Thank you, that was quick 🙂",
            "One more thing: is the oat loaf vegan?",
            "My order 4711 has not arrived yet.",
            "Grüße an das ganze Team!");

    private final SimulatorConfig config;
    private final Customers customers;
    private final CustomerVoice voice;
    private final BlockedCustomers blocked;
    private Cancellable writing = () -> {};

    LivelyCustomers(SimulatorConfig config, Customers customers, CustomerVoice voice, BlockedCustomers blocked) {
        this.config = config;
        this.customers = customers;
        this.voice = voice;
        this.blocked = blocked;
    }

    void start(@Observes StartupEvent event) {
        if (config.lively()) {
            writing = Multi.createFrom()
                    .ticks()
                    .every(config.livelyEvery())
                    .onOverflow()
                    .drop()
                    .subscribe()
                    .with(this::write, failure -> Log.error("The lively customers fell silent", failure));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        writing.cancel();
    }

    private void write(long tick) {
        var phone = PHONES.get((int) (tick % PHONES.size()));
        var line = CustomerMessage.ofText(LINES.get((int) (tick % LINES.size())));
        var number = BusinessNumber.all().get((int) (tick % BusinessNumber.all().size()));
        customers
                .withPhone(phone)
                .filter(customer -> !blocked.isBlocked(number, customer))
                .ifPresent(customer -> {
                    var written = voice.write(customer, number, MessageKind.TEXT, line);
                    Log.debugf("A lively customer wrote %s", written.messageId());
                });
    }
}
