package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a search means by its words, and what it finds them in.
@QuarkusTest
class MessageSearchTest extends OneChatToSearch {

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "grosse %s",
                "%s CAFÉ",
                "cafe größe",
                "\"große größe\" %s",
                "“GROSSE Große” %s",
                "1234 %s",
                "ab-1234 %s",
                "shop %s",
                "%s -tea",
                "tea or %s"
            })
    void words_areFoundWhateverTheirOrderCaseAndAccents(String search) {
        // Given
        driver.says(chat, "Große Größe Cafe\u0301 AB-1234, lena@shop.example " + mark);

        // Then
        assertThat(driver.found(search.formatted(mark) + " " + mark)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s tea", "%s -coffee", "\"cup coffee\" %s", "%s coff", "% %s", "'; drop table message; -- %s"})
    void wordsThatAreNotThere_findNothing(String search) {
        // Given
        driver.says(chat, "A cup of coffee " + mark);

        // Then
        assertThat(driver.found(search.replace("%s", mark))).hasSize(search.startsWith("% ") ? 1 : 0);
    }

    @Test
    void snippet_marksTheWords() {
        // Given
        driver.says(chat, "Lorem ipsum ".repeat(40) + "<b>Größe</b> " + mark);

        // When
        var answer = SearchDriver.search("maya", Map.of("search", "grosse " + mark));

        // Then
        String text = answer.text("searchMessages.edges[0].node.snippet.text");
        List<Map<String, Integer>> marks = answer.list("searchMessages.edges[0].node.snippet.marks");
        assertThat(text).startsWith("…").hasSizeLessThan(220);
        assertThat(marks)
                .extracting(range -> text.substring(range.get("start"), range.get("end")))
                .containsExactly("Größe", mark);
    }

    @Test
    void everythingPeopleRead_isFound() {
        // Given
        var file = driver.says(chat, null);
        database.run(
                "insert into attachment (workspace_id, id, message_id, kind, file_name) values ($1, $2, $3, 'DOCUMENT', $4)",
                DemoIds.WORKSPACE,
                Ids.next(),
                file,
                "Invoice_" + mark + ".pdf");
        database.run("update message set type = 'DOCUMENT' where id = $1", file);
        var list = driver.says(
                chat,
                "Our menu",
                new JsonObject().put("kind", "list").put("id", "id" + mark).put("description", "Daily " + mark));
        var form = driver.says(chat, "Sent", new JsonObject().put("answers", new JsonObject().put("any", mark)));
        var sent = driver.says(chat, mark);
        database.run("update message set direction = 'OUTGOING', status = 'SENT' where id = $1", sent);
        driver.says(chat, "raw", new JsonObject().put("raw", new JsonObject().put("title", mark)));

        // Then
        assertThat(driver.found(mark))
                .containsExactlyInAnyOrder(file.toString(), list.toString(), form.toString(), sent.toString());
        assertThat(driver.found("id" + mark)).isEmpty();
    }

    @Test
    void hit_leadsToItsPlaceInTheChat() {
        // Given
        driver.says(chat, "before");
        var message = driver.says(chat, mark);
        driver.says(chat, "after");

        // When
        var around = GraphQl.as("lena").query("""
                query ($chat: ID!, $around: ID!) {
                  chat(id: $chat) { messages(around: $around, first: 3) { edges { node { text } } } } }
                """, Map.of("chat", chat, "around", message.toString()));

        // Then
        assertThat(around.<String>list("chat.messages.edges.node.text")).containsExactly("before", mark, "after");
    }
}
