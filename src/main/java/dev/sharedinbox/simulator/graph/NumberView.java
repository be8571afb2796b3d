package dev.sharedinbox.simulator.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.world.BusinessNumber;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A business number as the Graph API shows it.
final class NumberView {

    private static final String DEFAULT_FIELDS = "verified_name,display_phone_number,quality_rating";

    private NumberView() {}

    /// @param fields the wanted fields, with commas between; the id always comes
    static ObjectNode of(BusinessNumber number, @Nullable String fields) {
        var wanted = Arrays.stream((fields == null ? DEFAULT_FIELDS : fields).split(",", -1))
                .map(String::strip)
                .toList();
        return whole(number).retain(withId(wanted));
    }

    private static List<String> withId(List<String> fields) {
        return Stream.concat(fields.stream(), Stream.of("id")).toList();
    }

    private static ObjectNode whole(BusinessNumber number) {
        var view = JsonNodeFactory.instance
                .objectNode()
                .put("verified_name", number.verifiedName())
                .put("display_phone_number", number.display())
                .put("quality_rating", "GREEN")
                .put("status", "CONNECTED")
                .put("name_status", "APPROVED")
                .put("code_verification_status", "VERIFIED")
                .put("platform_type", "CLOUD_API")
                .put("is_on_biz_app", false)
                .put("messaging_limit_tier", "TIER_10K")
                .put("whatsapp_business_manager_messaging_limit", "TIER_10K");
        view.putObject("throughput").put("level", "STANDARD");
        view.putObject("health_status").put("can_send_message", "AVAILABLE");
        return view.put("id", number.id());
    }
}
