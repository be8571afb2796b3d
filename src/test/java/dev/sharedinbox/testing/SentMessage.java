package dev.sharedinbox.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// A message that was asked to go out, seen from the database.
///
/// @param id the message
public record SentMessage(String id) {

    public String status() {
        return column("select status from message where id = ?::uuid");
    }

    /// A field of its failure, such as `code`; empty without one.
    public String failure(String field) {
        return column("select coalesce(failure ->> '" + field + "', '') from message where id = ?::uuid");
    }

    /// How its attempts ended, in order.
    public List<String> attempts() {
        return Database.column("select outcome from delivery_attempt where message_id = ?::uuid order by attempt", id);
    }

    /// The state of its delivery; empty when that is settled.
    public List<String> delivery() {
        return Database.column("select state from delivery where message_id = ?::uuid", id);
    }

    /// Where WhatsApp was asked to send it, once it was: a number or a user id.
    public String addressedTo() {
        var calls = Awaitility.await()
                .until(
                        () -> given().queryParam("callbackData", id)
                                .get("/simulator/messages")
                                .jsonPath()
                                .<Map<String, Object>>getList("request"),
                        asked -> !asked.isEmpty());
        var request = calls.getFirst();
        return String.valueOf(request.getOrDefault("to", request.get("recipient")));
    }

    private String column(String sql) {
        return Database.column(sql, id).getFirst();
    }
}
