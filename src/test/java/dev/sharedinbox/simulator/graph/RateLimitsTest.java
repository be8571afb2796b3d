package dev.sharedinbox.simulator.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.MessageType;
import dev.sharedinbox.simulator.graph.door.Param;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import dev.sharedinbox.simulator.world.SimulatorConfigs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final SimulatorConfig config = SimulatorConfigs.with(Map.of());
    private final RateLimits limits =
            new RateLimits(Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC), config);

    @Test
    void eightyFirstMessageOfASecond_isTooMuchForTheNumber() {
        // Given
        for (var index = 0; index < 80; index++) {
            limits.check(message(BusinessNumber.SALES, "1650555200" + index));
        }

        // Then
        assertThatThrownBy(() -> limits.check(message(BusinessNumber.SALES, "16505552999")))
                .hasMessage(GraphCode.THROUGHPUT.title());
        assertThatCode(() -> limits.check(message(BusinessNumber.SUPPORT, "16505552999")))
                .doesNotThrowAnyException();
    }

    @Test
    void fortySixthMessageToOneCustomer_isTooMuchForThePair() {
        // Given
        for (var index = 0; index < 45; index++) {
            limits.check(message(BusinessNumber.SALES, "16505552001"));
        }

        // Then
        assertThatThrownBy(() -> limits.check(message(BusinessNumber.SALES, "16505552001")))
                .hasMessage(GraphCode.PAIR_RATE.title());
    }

    private static OutgoingMessage message(BusinessNumber number, String phone) {
        var customer = new Customer(phone, "US.1", "Somebody", null, false);
        return new OutgoingMessage(
                number,
                customer,
                phone,
                true,
                MessageType.TEXT,
                new Param(MissingNode.getInstance(), "text"),
                Optional.empty(),
                "{}");
    }
}
