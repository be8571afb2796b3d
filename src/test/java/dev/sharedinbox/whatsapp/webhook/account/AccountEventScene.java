package dev.sharedinbox.whatsapp.webhook.account;

import dev.sharedinbox.channel.Plugins;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.whatsapp.webhook.account.AccountWebhook.OwnNumber;
import dev.sharedinbox.whatsapp.webhook.admin.LedgerRetention;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;

/// An administrator who reads what Meta tells about the account.
abstract class AccountEventScene {

    /// Long before every other test's account webhooks, so that nothing here changes how numbers stand.
    static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(200));

    static final AtomicLong SECONDS = new AtomicLong();
    static final String EVENTS = """
            query ($severity: AccountEventSeverity, $number: ID, $first: Int, $after: String) {
              accountEvents(severity: $severity, businessNumberId: $number, first: $first, after: $after) {
                edges { node { id kind severity summary plugin businessNumber { id } template { providerId name language }
                  detail occurredAt recordedAt } }
                pageInfo { hasNextPage endCursor } } }
            """;
    static final String COUNTS = "{ webhookItemCounts { field state count exact oldestReceivedAt } }";
    static final String REPLAY =
            "mutation ($input: ReplayWebhooksInput!) { replayWebhooks(input: $input) { result { stillFailing } } }";

    @Inject
    Database database;

    @Inject
    Plugins plugins;

    @Inject
    LedgerRetention ledger;

    final Instant at = LONG_AGO.plusSeconds(SECONDS.incrementAndGet() * 60);
    GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    /// Page by page, newest first, up to the time asked for: other tests tell of accounts, too.
    List<Map<String, Object>> at(Instant time, String kind) {
        var found = new ArrayList<Map<String, Object>>();
        var variables = new HashMap<String, Object>(Map.of("first", 100));
        boolean more;
        do {
            var page = events(variables);
            page.<Map<String, Object>>list("accountEvents.edges.node").stream()
                    .filter(event -> time.equals(occurredAt(event)))
                    .filter(event -> kind.equals(event.get("kind")))
                    .forEach(found::add);
            variables.put("after", page.text("accountEvents.pageInfo.endCursor"));
            more = page.get("accountEvents.pageInfo.hasNextPage");
        } while (more);
        return found;
    }

    private static Instant occurredAt(Map<String, Object> event) {
        return Instant.parse((String) event.get("occurredAt"));
    }

    int count(String field) {
        return maya.query(COUNTS).<Map<String, Object>>list("webhookItemCounts").stream()
                .filter(count -> field.equals(count.get("field")) && "KEPT".equals(count.get("state")))
                .mapToInt(count -> (Integer) count.get("count"))
                .sum();
    }

    Answer events(Map<String, ?> variables) {
        return maya.query(EVENTS, variables);
    }

    Instant wholeSecond() {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    String time(int seconds) {
        return wholeSecond().plusSeconds(seconds).toString();
    }

    static JsonObject security(OwnNumber number, String event) {
        return new JsonObject().put("display_phone_number", number.phone()).put("event", event);
    }
}
