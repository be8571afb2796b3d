package dev.sharedinbox.chat.search;

import static dev.sharedinbox.testing.ChatFixtures.chat;

import dev.sharedinbox.demo.DemoIds;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/// A chat of Lena's, and a word that is said nowhere else.
abstract class OneChatToSearch {

    @Inject
    Pool pool;

    @Inject
    SearchDriver driver;

    final String mark = SearchDriver.word();

    String chat;

    @BeforeEach
    void oneChat() {
        chat = chat().assignee(DemoIds.LENA).insert(pool);
    }
}
