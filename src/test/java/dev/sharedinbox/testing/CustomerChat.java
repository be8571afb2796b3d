package dev.sharedinbox.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/// A chat that a customer of the simulator has begun by writing to the sales number.
///
/// @param phone the customer's number, digits only
/// @param id the chat
public record CustomerChat(String phone, String id) {

    /// A chat of a customer nobody has heard of before.
    public static CustomerChat begun() {
        var phone = Phones.next();
        writes(phone);
        return new CustomerChat(phone, idOf(phone));
    }

    /// A chat of a new customer who makes the simulator's kind of trouble, such as `PAIR_RATE`.
    public static CustomerChat troubled(String trouble) {
        var chat = begun();
        chat.makes(trouble);
        return chat;
    }

    public void makes(String trouble) {
        given().contentType(ContentType.JSON)
                .body(Map.of("trouble", trouble))
                .put("/simulator/customers/{phone}/trouble", phone)
                .then()
                .statusCode(200);
    }

    /// The customer writes again; the id of the chat that it came to.
    public String writesAgain() {
        writes(phone);
        return idOf(phone);
    }

    /// The customer writes again, wherever it comes to.
    public void writes() {
        writes(phone);
    }

    /// The texts that the simulator was asked to send to the customer, in the order of the calls.
    public List<Map<String, Object>> calls() {
        List<Map<String, Object>> latestFirst = given().queryParam("to", phone)
                .get("/simulator/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
        return latestFirst.reversed();
    }

    private static void writes(String phone) {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "Hello"))
                .post("/simulator/customers/{phone}/messages", phone)
                .then()
                .statusCode(202);
    }

    private static String idOf(String phone) {
        return Database.column("""
                select chat.id::text from chat
                join contact_identity identity using (workspace_id, contact_id)
                where identity.kind = 'WA_ID' and identity.value = ? and chat.status <> 'CLOSED'
                """, phone).getFirst();
    }
}
