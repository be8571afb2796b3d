package dev.sharedinbox.chat.contacts.block;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Customers are blocked and unblocked at WhatsApp, number by number.
@QuarkusTest
class ContactBlockTest extends BlockScene {

    @Test
    void blockedCustomer_isShownAndNeitherReachesUsNorWeThem() {
        // When
        var blocked = block(contact);

        // Then
        assertThat(blocked.userErrorCodes("blockContact")).isEmpty();
        assertThat(blocked.<Boolean>get("blockContact.contact.blocked")).isTrue();
        var shown = contact(contact);
        assertThat(shown.<List<String>>get("contact.blocks.businessNumber.id"))
                .containsExactly(DemoIds.SALES_NUMBER.toString());
        assertThat(shown.text("contact.blocks[0].by.name")).isEqualTo("Maya");
        assertThat(Instant.parse(shown.text("contact.blocks[0].since"))).isBeforeOrEqualTo(Instant.now());
        assertThat(Agent.called("maya").send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("CONTACT_BLOCKED");
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "Hello?"))
                .post("/simulator/customers/{phone}/messages", chat.phone())
                .then()
                .statusCode(409);
    }

    @Test
    void liveClients_seeIt() {
        // Given
        var cursor = maya.query("{ viewer { cursor } }").text("viewer.cursor");

        // When
        block(contact);

        // Then
        assertThat(maya.query("""
                        query ($after: String!) { changes(after: $after, first: 300) {
                          changes { type chatId chat { contact { blocked } } } } }
                        """, Map.of("after", cursor)).<List<Map<String, Object>>>get("changes.changes"))
                .anySatisfy(
                        change -> assertThat(change.toString()).contains("chat.updated", chat.id(), "blocked=true"));
    }

    @Test
    void whatIsDoneTwice_isDoneOnce() {
        // When
        block(contact);
        var since = contact(contact).text("contact.blocks[0].since");
        var again = block(contact);
        var sinceAgain = contact(contact).text("contact.blocks[0].since");
        unblock(contact);
        var unblocked = unblock(contact);

        // Then
        assertThat(again.userErrorCodes("blockContact")).isEmpty();
        assertThat(sinceAgain).isEqualTo(since);
        assertThat(unblocked.userErrorCodes("unblockContact")).isEmpty();
        assertThat(unblocked.<Boolean>get("unblockContact.contact.blocked")).isFalse();
        assertThat(updates()).isEqualTo(2);
        assertThat(atMeta()).doesNotContain(chat.phone());
        Agent.called("maya").sends(chat, "Welcome back");
    }

    @Test
    void blockOfTheNextDay_staysOne() {
        // Given
        block(contact);
        forgetTheSession();

        // Then
        assertThat(block(contact).userErrorCodes("blockContact")).isEmpty();
        assertThat(unblock(contact).userErrorCodes("unblockContact")).isEmpty();
    }

    @Test
    void customerWhoDidNotWriteLately_cannotBeBlocked() {
        // Given
        var quiet = contactOf(chat().phone("+16505579998").insert(pool));
        var unknownToMeta = contactOf(chat().phone("+16505579999")
                .sessionExpiresAt(Instant.now().plus(Duration.ofHours(1)))
                .insert(pool));

        // Then
        assertThat(block(quiet).userErrorCodes("blockContact")).containsExactly("BLOCK_WINDOW_CLOSED");
        assertThat(block(unknownToMeta).userErrorCodes("blockContact")).containsExactly("BLOCK_WINDOW_CLOSED");
        assertThat(contact(unknownToMeta).<Boolean>get("contact.blocked")).isFalse();
    }

    @Test
    void eachNumber_blocksForItself() {
        // Given
        writesToSupport();
        var support = Database.column(
                        "select id::text from chat where contact_id = ?::uuid and business_number_id = ?::uuid",
                        contact,
                        DemoIds.SUPPORT_NUMBER.toString())
                .getFirst();

        // When
        block(contact);
        var both = contact(contact).<List<String>>get("contact.blocks.businessNumber.id");
        unblock(contact, DemoIds.SUPPORT_NUMBER);

        // Then
        assertThat(both).containsExactlyInAnyOrder(DemoIds.SALES_NUMBER.toString(), DemoIds.SUPPORT_NUMBER.toString());
        var maya = Agent.called("maya");
        assertThat(maya.send(support, "Hello", Map.of()).userErrorCodes("sendMessage"))
                .isEmpty();
        assertThat(maya.send(chat.id(), "Hello", Map.of()).userErrorCodes("sendMessage"))
                .containsExactly("CONTACT_BLOCKED");
    }

    @Test
    void roleWithoutThePermission_mayNot_andWhoMayNotSeeFindsNobody() {
        // Given
        database.run("update chat set assignee_id = $2 where id = $1", UUID.fromString(chat.id()), DemoIds.LENA);

        // Then
        assertThat(deed(GraphQl.as("lena"), "blockContact", contact, null).userErrorCodes("blockContact"))
                .containsExactly("FORBIDDEN");
        assertThat(deed(GraphQl.as("zoe"), "blockContact", contact, null).userErrorCodes("blockContact"))
                .containsExactly("NOT_FOUND");
        assertThat(deed(maya, "blockContact", contact, DemoIds.OTHER_NUMBER).userErrorCodes("blockContact"))
                .containsExactly("NOT_FOUND");
    }

    private void forgetTheSession() {
        database.run("""
                update session_window set expires_at = now() - interval '1 second' where contact_id = $1
                """, UUID.fromString(contact));
    }

    private void writesToSupport() {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", "Hello", "businessNumberId", Meta.SUPPORT_NUMBER))
                .post("/simulator/customers/{phone}/messages", chat.phone())
                .then()
                .statusCode(202);
    }
}
