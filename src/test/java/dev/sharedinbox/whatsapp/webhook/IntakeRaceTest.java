package dev.sharedinbox.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.Meta;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeRaceTest {

    private static final long NOW = Instant.now().getEpochSecond();

    @Test
    void tenFirstMessagesAtOnce_openOneContactAndOneChat() throws Exception {
        // Given
        var barrier = new CyclicBarrier(10);
        List<Callable<Integer>> senders = IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    barrier.await();
                    return post(text("16505559100", "wamid.first-" + i));
                })
                .toList();

        // When
        var answers = inParallel(senders);

        // Then
        assertThat(answers).containsOnly(200);
        assertThat(Database.count("select count(*) from contact where phone = '+16505559100'"))
                .isEqualTo(1);
        assertThat(Database.column("""
                        select c.last_seq || ' ' || c.unread_count || ' ' || c.status from chat c join contact k
                        on k.workspace_id = c.workspace_id and k.id = c.contact_id where k.phone = '+16505559100'
                        """)).containsExactly("10 10 OPEN");
    }

    @Test
    void fourSendersOfTheSameBatches_storeEachMessageOnceWithoutDeadlock() throws Exception {
        // Given
        var bodies = IntStream.range(0, 60).mapToObj(IntakeRaceTest::batch).toList();
        List<Callable<Integer>> senders = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(sender -> () -> {
                    var order = new ArrayList<>(bodies);
                    Collections.shuffle(order, new Random(sender));
                    return order.stream().mapToInt(IntakeRaceTest::post).max().orElseThrow();
                })
                .toList();

        // When
        var answers = inParallel(senders);

        // Then
        assertThat(answers).containsOnly(200);
        assertThat(Database.count("select count(*) from message where provider_message_id like 'wamid.batch-%'"))
                .isEqualTo(60 * 5);
        assertThat(Database.count("""
                        select count(*) from chat c join contact k on k.workspace_id = c.workspace_id
                        and k.id = c.contact_id where k.phone like '+165055592%'
                        """)).isEqualTo(7);
        assertThat(Database.count("""
                        select count(*) from chat c join contact k on k.workspace_id = c.workspace_id
                        and k.id = c.contact_id where k.phone like '+165055592%'
                        and (c.last_seq <> c.unread_count or c.last_seq <> (select count(*) from message m
                        where m.workspace_id = c.workspace_id and m.chat_id = c.id))
                        """)).isZero();
        assertThat(Database.count("""
                        select count(*) from change_head h where h.position - h.trimmed_to <> (select count(*)
                        from change x where x.workspace_id = h.workspace_id and x.position > h.trimmed_to)
                        """)).isZero();
    }

    @Test
    void statusBeforeItsMessage_isParkedAndAppliedWhenTheMessageComes() {
        // Given
        var status = new JsonObject()
                .put("id", "wamid.echo-late")
                .put("status", "read")
                .put("timestamp", Long.toString(NOW))
                .put("recipient_id", "16505559300");
        post(Meta.body(Meta.statuses(status)));

        post(Meta.body(Meta.statuses(status.copy().put("status", "delivered"))));

        // When
        var echo = new JsonObject()
                .put("to", "16505559300")
                .put("id", "wamid.echo-late")
                .put("timestamp", Long.toString(NOW))
                .put("type", "text")
                .put("text", new JsonObject().put("body", "Yes"));
        post(Meta.body(
                "smb_message_echoes",
                Meta.SALES_NUMBER,
                new JsonObject().put("message_echoes", new JsonArray().add(echo))));

        // Then
        assertThat(Database.column("select status from message where provider_message_id = 'wamid.echo-late'"))
                .containsExactly("READ");
    }

    private static JsonObject batch(int number) {
        return Meta.body(Meta.messages(IntStream.range(0, 5)
                .mapToObj(i -> Meta.text("1650555920" + (number + i) % 7, "wamid.batch-" + number + "-" + i, NOW, "Hi"))
                .toArray(JsonObject[]::new)));
    }

    private static JsonObject text(String from, String id) {
        return Meta.body(Meta.messages(Meta.text(from, id, NOW, "Hi")));
    }

    private static int post(JsonObject body) {
        return Meta.post(body).statusCode();
    }

    private static List<Integer> inParallel(List<Callable<Integer>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var results = new ArrayList<Integer>();
            for (Future<Integer> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
