package dev.sharedinbox.chat.contacts.block;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Blocking while Meta fails, nodes die, colleagues do the same, or two customers prove to be one.
@QuarkusTest
class BlockTroubleTest extends BlockScene {

    @ParameterizedTest
    @CsvSource({
        "HTTP_500, CARRIER_UNCLEAR",
        "RUBBISH, CARRIER_UNCLEAR",
        "TOKEN_EXPIRED, CARRIER_REFUSED",
        "RATE_LIMITED, CARRIER_UNAVAILABLE"
    })
    void metaThatFails_isToldAndTheSameDeedAgainWorks(String fault, String code) {
        // When
        fault(fault);
        var failed = block(contact);
        fault("NONE");
        var shown = contact(contact).<Boolean>get("contact.blocked");
        var again = block(contact);

        // Then
        assertThat(failed.userErrorCodes("blockContact")).containsExactly(code);
        assertThat(failed.<Object>get("blockContact.contact")).isNull();
        assertThat(shown).isFalse();
        assertThat(again.<Boolean>get("blockContact.contact.blocked")).isTrue();
    }

    @Test
    void callThatWasLostWithItsNode_isTakenOver() {
        // Given
        block(contact);
        database.run("""
                update contact_block set claimed_by = gen_random_uuid(), claimed_until = now() - interval '1 second'
                where contact_id = $1
                """, UUID.fromString(contact));

        // When
        var again = block(contact);

        // Then
        assertThat(again.userErrorCodes("blockContact")).isEmpty();
        assertThat(Database.column(
                        "select concat(blocked, confirmed, claimed_by) from contact_block where contact_id = ?::uuid",
                        contact))
                .containsExactly("tt");
    }

    @Test
    void agentsAtTheSameTime_allSeeItDoneOnce() {
        // When
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int agent = 0; agent < 6; agent++) {
            answers.add(supplyAsync(() -> block(contact)));
        }

        // Then
        assertThat(answers.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.<Boolean>get("blockContact.contact.blocked"))
                        .isTrue());
        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void blockingAndUnblockingAtTheSameTime_endAsMetaHasIt() {
        // When
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int round = 0; round < 5; round++) {
            answers.add(supplyAsync(() -> block(contact)));
            answers.add(supplyAsync(() -> unblock(contact, DemoIds.SALES_NUMBER)));
        }
        answers.forEach(CompletableFuture::join);

        // Then
        assertThat(contact(contact).<Boolean>get("contact.blocked")).isEqualTo(atMeta().contains(chat.phone()));
    }

    @Test
    void contactThatProvesToBeAnElderOne_takesTheBlockAlong() {
        // Given
        var userId = "US.8" + chat.phone();
        database.run("delete from contact_identity where contact_id = $1 and kind = 'BSUID'", UUID.fromString(contact));
        database.run(
                "update contact set created_at = now() + interval '1 hour' where id = $1", UUID.fromString(contact));
        Meta.post(Meta.body(Meta.messages(from(userId, "one")))).then().statusCode(200);
        block(contact);

        // When
        Meta.post(Meta.body(Meta.messages(from(userId, "two").put("from", chat.phone()))))
                .then()
                .statusCode(200);

        // Then
        var elder = contact(contact);
        assertThat(elder.text("contact.id")).isNotEqualTo(contact);
        assertThat(elder.<Boolean>get("contact.blocked")).isTrue();
        assertThat(unblock(contact).<Boolean>get("unblockContact.contact.blocked"))
                .isFalse();
    }
}
