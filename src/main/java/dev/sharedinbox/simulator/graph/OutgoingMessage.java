package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.graph.door.MessageType;
import dev.sharedinbox.simulator.graph.door.Param;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Customer;
import java.util.Optional;

/// A message that somebody asks the Graph API to send, of a form that Meta takes. Whether it may go is another
/// question.
///
/// @param input the recipient as the caller wrote it
/// @param byPhone whether that is a phone, not a BSUID
/// @param content the object named like the type
/// @param request the whole body as it came
record OutgoingMessage(
        BusinessNumber number,
        Customer customer,
        String input,
        boolean byPhone,
        MessageType type,
        Param content,
        Optional<String> callbackData,
        String request) {

    boolean isTemplate() {
        return type == MessageType.TEMPLATE;
    }
}
