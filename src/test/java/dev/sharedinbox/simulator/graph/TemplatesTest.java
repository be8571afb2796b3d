package dev.sharedinbox.simulator.graph;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.sharedinbox.simulator.SimulatorTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TemplatesTest extends SimulatorTest {

    @Test
    void pages_leadThroughTheWholeList() {
        // Given
        var names = new ArrayList<String>();

        // When
        var page = graph().queryParam("limit", 3)
                .get("/{account}/message_templates", ACCOUNT)
                .then()
                .extract();
        names.addAll(page.path("data.id"));
        for (String next = page.path("paging.next"); next != null; next = page.path("paging.next")) {
            page = given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer demo-access-token")
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            names.addAll(page.path("data.id"));
        }

        // Then
        assertThat(names).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void list_canBeNarrowedByStatus() {
        graph().queryParam("status", "PAUSED")
                .get("/{account}/message_templates", ACCOUNT)
                .then()
                .body("data.name", hasItem("flash_sale"))
                .body("data", hasSize(1))
                .body("paging.next", nullValue());
    }

    @Test
    void otherAccount_isNotFound() {
        graph().get("/1/message_templates")
                .then()
                .statusCode(400)
                .body("error.code", is(100))
                .body("error.error_subcode", is(33));
    }

    @Test
    void numbers_areListedWithTheWantedFields() {
        graph().queryParam("fields", "display_phone_number,status")
                .get("/{account}/phone_numbers", ACCOUNT)
                .then()
                .body("data.id", containsInAnyOrder(SALES, "300100200300402"))
                .body("data[0].status", is("CONNECTED"))
                .body("data[0].verified_name", nullValue());
        graph().queryParam("fields", "quality_rating")
                .get("/{number}", SALES)
                .then()
                .body("quality_rating", is("GREEN"))
                .body("id", is(SALES));
    }

    @Test
    void templateOutsideTheWindow_isAcceptedAndCharged() {
        // When
        String wamid = sendsTemplate("order_update", "en_US", body("4711", "Saturday"))
                .statusCode(200)
                .body("messages[0].message_status", is("accepted"))
                .extract()
                .path("messages[0].id");

        // Then
        eventually().untilAsserted(() -> assertThat(receiver.statusesOf(wamid)).isNotEmpty());
        var pricing = receiver.statusesOf(wamid).getFirst().path("pricing");
        assertThat(pricing.path("category").asText()).isEqualTo("utility");
        assertThat(pricing.path("type").asText()).isEqualTo("regular");
    }

    @Test
    void namedVariables_needTheirNames() {
        // Given
        var header = Map.of("type", "header", "parameters", List.of(named("first_name", "Ada")));

        // Then
        sendsTemplate(
                        "appointment_reminder",
                        "en_US",
                        header,
                        Map.of("type", "body", "parameters", List.of(named("day", "Friday"), named("time", "10:00"))))
                .statusCode(200);
        sendsTemplate("appointment_reminder", "en_US", header, body("Friday", "10:00"))
                .statusCode(400)
                .body("error.code", is(132012));
    }

    @Test
    void imageHeaderAndLink_needTheirParameters() {
        // Given
        var image = Map.of(
                "type",
                "header",
                "parameters",
                List.of(Map.of("type", "image", "image", Map.of("link", "https://sample.example/x.jpg"))));
        var link =
                Map.of("type", "button", "sub_type", "url", "index", "0", "parameters", List.of(parameter("spring")));

        // Then
        sendsTemplate("spring_offer", "en_US", image, body("Ada"), link).statusCode(200);
        sendsTemplate("spring_offer", "en_US", body("Ada"), link)
                .statusCode(400)
                .body("error.code", is(132000));
        sendsTemplate("spring_offer", "en_US", image, body("Ada"))
                .statusCode(400)
                .body("error.code", is(132000));
    }

    @ParameterizedTest
    @CsvSource({
        "flash_sale, en_US, 400, 132015",
        "loyalty_invite, en_US, 404, 132001",
        "no_such_template, en_US, 404, 132001",
        "order_update, fr, 404, 132001",
        "order_update, en_US, 400, 132000"
    })
    void unfitTemplate_isRefused(String name, String language, int status, int code) {
        sendsTemplate(name, language, body("only one")).statusCode(status).body("error.code", is(code));
    }

    @SafeVarargs
    private static ValidatableResponse sendsTemplate(String name, String language, Map<String, ?>... components) {
        return sends(Map.of(
                "messaging_product",
                "whatsapp",
                "to",
                ADA,
                "type",
                "template",
                "template",
                Map.of("name", name, "language", Map.of("code", language), "components", components)));
    }

    private static Map<String, ?> body(String... values) {
        return Map.of(
                "type",
                "body",
                "parameters",
                List.of(values).stream().map(TemplatesTest::parameter).toList());
    }

    private static Map<String, ?> parameter(String text) {
        return Map.of("type", "text", "text", text);
    }

    private static Map<String, ?> named(String name, String text) {
        return Map.of("type", "text", "parameter_name", name, "text", text);
    }
}
