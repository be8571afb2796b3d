package dev.sharedinbox.simulator.graph.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list, with Meta's cursors. The last page is the one without `next`, not a short one.
///
/// @param start the index of the first element in the whole list
/// @param end the index after the last one
public record Page(List<? extends JsonNode> whole, int start, int end) {

    private static final int MAX_LIMIT = 1000;

    /// A part of a whole, behind a cursor that an earlier one gave.
    public static Page of(List<? extends JsonNode> whole, int limit, @Nullable String after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "Param limit must be from 1 to " + MAX_LIMIT + ".");
        }
        var start = after == null ? 0 : Math.min(index(after), whole.size());
        return new Page(whole, start, Math.min(start + limit, whole.size()));
    }

    /// The part with its cursors and links, as Meta's paging has them.
    public ObjectNode body(UriInfo uri) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("data").addAll(whole.subList(start, end));
        var paging = body.putObject("paging");
        paging.putObject("cursors").put("before", cursor(start)).put("after", cursor(end));
        if (end < whole.size()) {
            paging.put(
                    "next",
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("after", cursor(end))
                            .build()
                            .toString());
        }
        return body;
    }

    private static String cursor(int index) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(index).getBytes(StandardCharsets.US_ASCII));
    }

    private static int index(String cursor) {
        try {
            return Integer.parseUnsignedInt(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "Param after is no cursor.");
        }
    }
}
