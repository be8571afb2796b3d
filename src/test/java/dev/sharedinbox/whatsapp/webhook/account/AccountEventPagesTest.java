package dev.sharedinbox.whatsapp.webhook.account;

import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.body;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.file;
import static dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.OwnNumber;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who reads account events, page by page.
@QuarkusTest
class AccountEventPagesTest extends AccountEventScene {

    @Test
    void pagesOfANumber_areNewestFirstWhateverCameFirst() {
        // Given
        var number = OwnNumber.connected(database, plugins);
        for (var minutes : List.of(2, 3, 1)) {
            post(body("security", at.plusSeconds(minutes), security(number, "PIN_CHANGED")));
        }
        post(body("security", at.plusSeconds(9), security(number, "PIN_RESET_REQUEST")));

        // When
        var one = events(Map.of("number", number.id().toString(), "severity", "WARNING", "first", 2));
        var two = events(Map.of(
                "number",
                number.id().toString(),
                "severity",
                "WARNING",
                "first",
                2,
                "after",
                one.text("accountEvents.pageInfo.endCursor")));

        // Then
        var times = one.<String>list("accountEvents.edges.node.occurredAt");
        assertThat(times).containsExactly(time(3), time(2));
        assertThat(two.<String>list("accountEvents.edges.node.occurredAt")).containsExactly(time(1));
        assertThat(two.<Boolean>get("accountEvents.pageInfo.hasNextPage")).isFalse();
        number.remove(database, plugins);
        assertThat(events(Map.of("severity", "CRITICAL", "first", 100))
                        .<String>list("accountEvents.edges.node.summary"))
                .anyMatch(summary -> summary.contains(number.phone()));
    }

    @Test
    void whoIsNoAdministrator_isRefused() {
        for (var name : List.of("lena", "omar")) {
            assertThat(GraphQl.as(name).query(EVENTS).errorCodes()).containsExactly("FORBIDDEN");
            assertThat(GraphQl.as(name).query(COUNTS).errorCodes()).containsExactly("FORBIDDEN");
        }
    }

    @Test
    void otherWorkspace_readsNothingOfIt() {
        // When
        post(file("account-review-update.json", at));

        // Then
        assertThat(GraphQl.as("zoe").query(EVENTS).<String>list("accountEvents.edges"))
                .isEmpty();
    }
}
