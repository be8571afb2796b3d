package dev.sharedinbox.delivery;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A carrier that does as it is told and remembers its calls.
final class FakeCarrier implements Carrier {

    private final List<OutgoingDelivery> calls = new CopyOnWriteArrayList<>();
    private volatile Function<OutgoingDelivery, Uni<Outcome>> answer = FakeCarrier::accept;

    @Override
    public Uni<Outcome> send(OutgoingDelivery delivery) {
        calls.add(delivery);
        return answer.apply(delivery);
    }

    void answers(Function<OutgoingDelivery, Outcome> outcome) {
        answer = delivery -> Uni.createFrom().item(outcome.apply(delivery));
    }

    void answersLater(Function<OutgoingDelivery, Uni<Outcome>> outcome) {
        answer = outcome;
    }

    List<UUID> called() {
        return calls.stream().map(OutgoingDelivery::messageId).toList();
    }

    List<UUID> calledIn(UUID chat) {
        return calls.stream()
                .filter(call -> call.chatId().equals(chat))
                .map(OutgoingDelivery::messageId)
                .toList();
    }

    static String providerId(UUID messageId) {
        return "wamid." + messageId;
    }

    static Uni<Outcome> accept(OutgoingDelivery delivery) {
        return Uni.createFrom().item(new Outcome.Accepted(providerId(delivery.messageId())));
    }
}
