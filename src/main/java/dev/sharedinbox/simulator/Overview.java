package dev.sharedinbox.simulator;

import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.GraphFault;
import dev.sharedinbox.simulator.world.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What there is in the simulated world to play with.
///
/// @param businessNumbers the ids of the business numbers, and the phones they stand for
/// @param troubledPhones the phones that make trouble, and which
/// @param graphFault what goes wrong with every Graph call at present
/// @param graphFaults what could
record Overview(
        Map<String, String> businessNumbers,
        Map<String, Trouble> troubledPhones,
        GraphFault graphFault,
        List<GraphFault> graphFaults) {

    static Overview of(GraphFault current) {
        return new Overview(
                BusinessNumber.all().stream().collect(Collectors.toMap(BusinessNumber::id, BusinessNumber::display)),
                Arrays.stream(Trouble.values())
                        .filter(trouble -> trouble != Trouble.NONE)
                        .collect(Collectors.toMap(Trouble::phone, trouble -> trouble)),
                current,
                List.of(GraphFault.values()));
    }
}
